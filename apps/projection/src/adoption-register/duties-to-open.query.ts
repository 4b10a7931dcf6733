import { adoptionIdOf, type DutiesToOpen, type DutiesToOpenAnswer, type Programme } from '@gongyou/contracts';
import { type Day, periodOf, periodRange } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ProgrammeVersionRecord } from '../programme-register/programme-version.entity';
import { Reading } from '../reading/reading';
import { type Adoption, adoptionAsOf, byAdoption, unitOf } from './adoption';
import { AdoptionChange } from './adoption-change.entity';

type DutyToOpen = DutiesToOpenAnswer['duties'][number];

/** The recurring duties of adopted programmes that have no task yet for the period in which a day lies (provision CC-T1). */
@Injectable()
export class DutiesToOpenQuery {
  constructor(private readonly reading: Reading) {}

  answer({ day, adoption: only }: DutiesToOpen, sender: Pick<Sender, 'after'>): Promise<DutiesToOpenAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const [programmeId, organizationId] = only?.split('~') ?? [];
      const changes = await tx.find(AdoptionChange, {
        where: only === undefined ? {} : { programmeId: programmeId ?? '', organizationId: organizationId ?? '' },
        order: { position: 'ASC' },
      });
      const adoptions = byAdoption(changes).flatMap((of) => adoptionAsOf(of, { day, position }) ?? []);
      const owed: DutyToOpen[] = [];
      for (const adoption of adoptions) owed.push(...dutiesOwed(adoption, await programmeOf(tx, adoption), day));
      return { duties: await withoutTask(tx, owed) };
    });
  }
}

/** What an adopted programme demands once in the period in which the day lies. */
export function dutiesOwed(adoption: Adoption, programme: Programme, day: Day): DutyToOpen[] {
  return programme.duties.map((duty) => {
    const period = periodOf(day, duty.period);
    const lead = programme.measures.find(({ measureId }) => measureId === duty.measureId)?.leadDepartmentIds[0];
    return {
      programmeId: adoption.programmeId,
      organizationId: adoption.organizationId,
      measureId: duty.measureId,
      dutyId: duty.dutyId,
      period,
      title: duty.title.zh,
      evidenceAsked: duty.evidence.zh,
      ownerUnitId: (lead !== undefined && unitOf(adoption, lead)) || adoption.officeUnitId,
      dueOn: periodRange(period).to,
    };
  });
}

async function programmeOf(
  tx: EntityManager,
  { programmeId, programmeVersion: version }: Adoption,
): Promise<Programme> {
  return (await tx.findOneByOrFail(ProgrammeVersionRecord, { programmeId, version })).programme;
}

/** A withdrawn task counts too: whoever withdrew it decided that it is not to be done in this period. */
async function withoutTask(tx: EntityManager, owed: readonly DutyToOpen[]): Promise<DutyToOpen[]> {
  const rows = await tx.query<{ adoption: string; duty_id: string; duty_period: string }[]>(
    `SELECT DISTINCT programme_id || '~' || organization_id AS adoption, duty_id, duty_period FROM task
     WHERE duty_id = ANY($1) AND duty_period = ANY($2)`,
    [owed.map(({ dutyId }) => dutyId), owed.map(({ period }) => period)],
  );
  const opened = new Set(rows.map(({ adoption, duty_id, duty_period }) => `${adoption} ${duty_id} ${duty_period}`));
  return owed.filter((duty) => !opened.has(`${adoptionIdOf(duty)} ${duty.dutyId} ${duty.period}`));
}
