import {
  definitionsInTurn,
  type DutyTask,
  type DutyTaskRow,
  dutyTasksOf,
  type LiaisonAssessmentRow,
  type LiaisonOfficerFile,
  type LiaisonOfficerFileAnswer,
  type LiaisonOfficerRow,
  type LiaisonWorkRow,
} from '@gongyou/contracts';
import { type Day, day } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { Reading } from '../reading/reading';
import { shareOf } from '../reading/share';
import { unitNamesOf } from '../unit-register/unit-names';
import { unitsAboveAsOf } from '../unit-register/unit-tree';
import { DoneLiaisonDuty } from './liaison-duty.entity';
import { RegisteredLiaisonOfficer } from './liaison-officer.entity';
import { officerRow } from './liaison-officers.query';
import { ConcludedLiaisonAssessment, LiaisonJudgement } from './liaison-rhythm.entity';
import { LiaisonRoleDefinitionVersion } from './liaison-role-definition.entity';

/** The file of an officer, and the units of which one must ask for it: those of his post and both that manage him (JX-35). */
export interface FoundOfficerFile {
  units: string[];
  file: LiaisonOfficerFileAnswer;
}

/** What an officer was to do and did in a year. */
@Injectable()
export class LiaisonOfficerFileQuery {
  constructor(private readonly reading: Reading) {}

  find(asked: LiaisonOfficerFile, sender: Pick<Sender, 'after'>): Promise<FoundOfficerFile | undefined> {
    const { officer: officerId, year, asOfDay } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const [officer] = await rowsWith(tx, RegisteredLiaisonOfficer, 'officerId', [officerId]);
      if (!officer) return undefined;
      const { unitId, dispatchingUnitId, managingUnitIds } = officer;
      const names = await unitNamesOf(tx, [unitId]);
      const tasks = await tasksOf(tx, officer, year, { day: asOfDay, position });
      const due = tasks.filter(({ dueOn }) => dueOn <= asOfDay);
      const done = due.filter(({ doneOn }) => doneOn !== null).length;
      const file = {
        officer: officerRow(officer, names) satisfies LiaisonOfficerRow,
        tasks,
        duties: { due: due.length, done },
        dutiesDoneBasisPoints: shareOf(done, due.length),
        work: await workOf(tx, officerId, year),
        rights: await rightsOf(tx, officerId, year),
        assessment: await assessmentOf(tx, officerId, year),
        position,
      };
      const units = [unitId, ...(dispatchingUnitId === null ? [] : [dispatchingUnitId]), ...managingUnitIds];
      return { units, file };
    });
  }
}

async function tasksOf(
  tx: EntityManager,
  { officerId, unitId, level, onDutyFrom, termEndsOn, relievedOn }: RegisteredLiaisonOfficer,
  year: number,
  asOf: { day: Day; position: number },
): Promise<DutyTaskRow[]> {
  if (onDutyFrom === null) return [];
  const above = await unitsAboveAsOf(tx, unitId, asOf);
  const versions = (await rowsWith(tx, LiaisonRoleDefinitionVersion, 'organizationId', above))
    .filter((each) => each.level === level)
    .sort((a, b) => a.version - b.version)
    .map(({ organizationId, effectiveOn, role }) => ({ organizationId, effectiveOn: day(effectiveOn), role }));
  const inTurn = definitionsInTurn(
    above.map((each) => versions.filter(({ organizationId }) => organizationId === each)),
  );
  const [endsOn = null] = [termEndsOn, relievedOn].filter((each) => each !== null).sort();
  const service = { onDutyFrom: day(onDutyFrom), endsOn: endsOn === null ? null : day(endsOn) };
  const span = { from: day(`${year}-01-01`), to: day(`${year}-12-31`) };
  const done = await rowsWith(tx, DoneLiaisonDuty, 'officerId', [officerId]);
  const doneOnOf = new Map(done.map(({ period, dutyId, doneOn }) => [`${period}~${dutyId}`, doneOn]));
  return dutyTasksOf(service, inTurn, span).map((task) =>
    taskRow(task, doneOnOf.get(`${task.period}~${task.duty.itemId}`) ?? null, asOf.day),
  );
}

function taskRow({ duty, period, dueOn }: DutyTask, doneOn: string | null, asOfDay: Day): DutyTaskRow {
  const known = doneOn !== null && doneOn <= asOfDay ? doneOn : null;
  const missing = dueOn < asOfDay ? 'overdue' : 'open';
  return {
    dutyId: duty.itemId,
    text: duty.text,
    evidence: duty.evidence ?? null,
    period,
    dueOn,
    doneOn: known,
    status: known === null ? missing : known > dueOn ? 'doneLate' : 'done',
  };
}

const workOf = (tx: EntityManager, officerId: string, year: number): Promise<LiaisonWorkRow[]> =>
  tx.query<LiaisonWorkRow[]>(
    `SELECT month, activity, sum(entries)::integer AS entries, sum(persons_present)::integer AS "personsPresent",
       sum(requests_raised)::integer AS "requestsRaised", sum(matters_opened)::integer AS "mattersOpened"
     FROM liaison_work_month WHERE officer_id = $1 AND month BETWEEN $2 AND $3
     GROUP BY month, activity HAVING sum(entries) > 0 ORDER BY month, activity`,
    [officerId, `${year}-01`, `${year}-12`],
  );

const rightsOf = (tx: EntityManager, officerId: string, year: number): Promise<LiaisonOfficerFileAnswer['rights']> =>
  tx.query<LiaisonOfficerFileAnswer['rights']>(
    `SELECT right_id AS "rightId", form, count(*)::integer AS uses FROM liaison_right_use
     WHERE officer_id = $1 AND used_on BETWEEN $2 AND $3 GROUP BY right_id, form ORDER BY right_id, form`,
    [officerId, `${year}-01-01`, `${year}-12-31`],
  );

async function assessmentOf(tx: EntityManager, officerId: string, year: number): Promise<LiaisonAssessmentRow> {
  const judgements = await tx.find(LiaisonJudgement, { where: { officerId, year }, order: { managingUnitId: 'ASC' } });
  const concluded = await tx.findOneBy(ConcludedLiaisonAssessment, { officerId, year });
  return {
    judgements: judgements.map(({ managingUnitId, score, breachedObligationIds, duties, judgedOn }) => {
      const grade = concluded?.results.find((each) => each.managingUnitId === managingUnitId)?.grade;
      return {
        ...{ managingUnitId, score, breachedObligationIds, duties, judgedOn },
        ...(grade !== undefined && { grade }),
      };
    }),
    concludedOn: concluded?.concludedOn ?? null,
    allowsRenewal: concluded?.allowsRenewal ?? null,
  };
}
