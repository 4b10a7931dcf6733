import { createHash } from 'node:crypto';
import {
  checked,
  EnterSite,
  RecordContract,
  RecordSafetyTraining,
  type RefusedRow,
  RegisterWorker,
  type RosterImportRow,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { problemOf, type Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { WorkerIdentities } from '../worker-identity/worker-identities.lookup';
import { WorkerCommands } from '../worker/worker.commands';

/** The import that a row is of. */
export interface ImportOfRow {
  importId: string;
  /** The unit that registers the workers. */
  organizationId: string;
  begunOn: Day;
}

export type RowOutcome = 'registered' | 'known' | RefusedRow;

/**
 * Carries out the commands that a row of a roster stands for, in their order; the first that is refused ends the row, and what came
 * before it stays. Safe to repeat: each command has a key made from the import and the row.
 */
@Injectable()
export class RosterRows {
  constructor(
    private readonly commands: WorkerCommands,
    private readonly identities: WorkerIdentities,
  ) {}

  /** Throws only what says nothing about the row: that something cannot be reached at the moment, or a defect. */
  async take(row: RosterImportRow, of: ImportOfRow, sender: Sender): Promise<RowOutcome> {
    try {
      return await this.carryOut(row, of, sender);
    } catch (error) {
      const { code, texts, retryable, violations } = problemOf(error);
      if (retryable || code === 'platform.defect') throw error;
      const missing = violations?.map(({ pointer }) => pointer.slice(1)).join(', ');
      const named = missing ? ` (${missing})` : '';
      return { row: row.row, code, zh: `${texts.zh}${named}`, en: `${texts.en}${named}` };
    }
  }

  private async carryOut(row: RosterImportRow, of: ImportOfRow, sender: Sender): Promise<'registered' | 'known'> {
    const { importId, organizationId } = of;
    const step = (name: string): Sender => ({ ...sender, idempotencyKey: `roster-${importId}-${row.row}-${name}` });
    const { workerId, outcome } = await this.register(row, of, step('register'));
    const paperId = `${importId}-${row.row}`;

    if (row.contractKind !== undefined) {
      const contract = checked(RecordContract, {
        ...{ workerId, contractId: paperId, kind: row.contractKind },
        employerUnitId: row.employerUnitId ?? organizationId,
        ...given({ signedOn: row.contractSignedOn, startsOn: row.contractStartsOn, endsOn: row.contractEndsOn }),
      });
      await this.commands.recordContract(contract, step('contract'));
    }
    if (row.safetyTrainedOn !== undefined) {
      const training = checked(RecordSafetyTraining, {
        ...{ workerId, trainingId: paperId, organizationId, trainedOn: row.safetyTrainedOn },
        ...given({ hours: row.safetyTrainingHours }),
      });
      await this.commands.recordSafetyTraining(training, step('training'));
    }
    if (row.projectId !== undefined) {
      const { projectId, crewId, workType, workRole, enteredOn } = row;
      const entry = checked(EnterSite, { workerId, projectId, ...given({ crewId, workType, workRole, enteredOn }) });
      await this.commands.enterSite(entry, step('entry'));
    }
    return outcome;
  }

  /** Whoever is registered already stays as he is registered, under the id that he has. */
  private async register(
    row: RosterImportRow,
    { organizationId, begunOn }: ImportOfRow,
    sender: Sender,
  ): Promise<{ workerId: string; outcome: 'registered' | 'known' }> {
    const { name, identityDocumentType, identityNumber, sex, birthDay, ethnicGroup, education } = row;
    const { phone, registeredAddress, presentAddress } = row;
    const identityKey = await this.identities.keyOf(identityDocumentType, identityNumber);
    const workerId = workerIdOf(identityKey);
    const holder = await this.identities.holderOf(identityKey);
    if (holder !== undefined && holder !== workerId) return { workerId: holder, outcome: 'known' };
    const registration = checked(RegisterWorker, {
      ...{ workerId, organizationId, name, identityDocumentType, identityNumber, ethnicGroup, education },
      ...{ phone, registeredAddress, presentAddress, registeredOn: begunOn },
      ...given({ sex, birthDay }),
    });
    try {
      const { body } = await this.commands.register(registration, sender);
      return { workerId, outcome: body.events.length > 0 ? 'registered' : 'known' };
    } catch (error) {
      const { code } = problemOf(error);
      if (code === 'organization.worker.alreadyRegistered') return { workerId, outcome: 'known' };
      throw error;
    }
  }
}

/** The same person has the same id in every roster, and the id tells nothing of him: the key is a keyed hash. */
const workerIdOf = (identityKey: string): string =>
  `w-${createHash('sha256').update(identityKey).digest('hex').slice(0, 24)}`;

/** Without what the row leaves out: an optional field is left out and never empty. */
const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
