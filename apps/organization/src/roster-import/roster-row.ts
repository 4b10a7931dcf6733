import {
  checked,
  EnterSite,
  RecordContract,
  RecordSafetyTraining,
  RegisterWorker,
  type RosterImportRow,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';

/** The import that a row is of. */
export interface ImportOfRow {
  importId: string;
  /** The unit that registers the workers. */
  organizationId: string;
  begunOn: Day;
}

/** A command that a row stands for, made when its turn comes: it may break its contract where the row leaves something out. */
export type RowCommand =
  | { type: 'RegisterWorker'; make: (workerId: string) => RegisterWorker }
  | { type: 'RecordContract'; make: (workerId: string) => RecordContract }
  | { type: 'RecordSafetyTraining'; make: (workerId: string) => RecordSafetyTraining }
  | { type: 'EnterSite'; make: (workerId: string) => EnterSite };

/** The commands that a row stands for, in their order: the person first, and the papers and the place that are filled in. */
export function commandsOf(row: RosterImportRow, of: ImportOfRow): RowCommand[] {
  const commands: RowCommand[] = [{ type: 'RegisterWorker', make: (workerId) => registration(row, of, workerId) }];
  if (row.contractKind !== undefined)
    commands.push({ type: 'RecordContract', make: (workerId) => contract(row, of, workerId) });
  if (row.safetyTrainedOn !== undefined)
    commands.push({ type: 'RecordSafetyTraining', make: (workerId) => training(row, of, workerId) });
  if (row.projectId !== undefined) commands.push({ type: 'EnterSite', make: (workerId) => entry(row, workerId) });
  return commands;
}

function registration(row: RosterImportRow, of: ImportOfRow, workerId: string): RegisterWorker {
  const { name, identityDocumentType, identityNumber, sex, birthDay, ethnicGroup, education } = row;
  const { phone, registeredAddress, presentAddress } = row;
  return checked(RegisterWorker, {
    ...{ workerId, organizationId: of.organizationId, name, identityDocumentType, identityNumber, ethnicGroup },
    ...{ education, phone, registeredAddress, presentAddress, registeredOn: of.begunOn },
    ...given({ sex, birthDay }),
  });
}

function contract(row: RosterImportRow, of: ImportOfRow, workerId: string): RecordContract {
  return checked(RecordContract, {
    ...{ workerId, contractId: paperIdOf(row, of), kind: row.contractKind },
    employerUnitId: row.employerUnitId ?? of.organizationId,
    ...given({ signedOn: row.contractSignedOn, startsOn: row.contractStartsOn, endsOn: row.contractEndsOn }),
  });
}

function training(row: RosterImportRow, of: ImportOfRow, workerId: string): RecordSafetyTraining {
  return checked(RecordSafetyTraining, {
    ...{ workerId, trainingId: paperIdOf(row, of), organizationId: of.organizationId, trainedOn: row.safetyTrainedOn },
    ...given({ hours: row.safetyTrainingHours }),
  });
}

function entry({ projectId, crewId, workType, workRole, enteredOn }: RosterImportRow, workerId: string): EnterSite {
  return checked(EnterSite, { workerId, projectId, ...given({ crewId, workType, workRole, enteredOn }) });
}

const paperIdOf = ({ row }: RosterImportRow, { importId }: ImportOfRow): string => `${importId}-${row}`;

/** Without what the row leaves out: an optional field is left out and never empty. */
const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
