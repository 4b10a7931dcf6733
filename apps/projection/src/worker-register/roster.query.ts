import type { Roster, RosterAnswer, RosterRow } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { rowsWith } from '../database/read-rows';
import { badCursor, pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelowAsOfUnlessAll } from '../unit-register/unit-tree';
import { RegisteredWorker } from './worker.entity';

const PAGE = 100;
/** The stays in so few units are found first and put in order then; those in more, by going through all stays in their order. */
const FEW_UNITS = 500;

interface StintOnDay {
  worker_id: string;
  project_id: string;
  from_position: number;
  crew_id: string;
  work_type: RosterRow['workType'];
  work_role: RosterRow['workRole'];
  age_group: RosterRow['ageGroup'];
  contract_id: string;
  registered_as: string;
  entered_on: string;
  from_day: string;
}

/** Who was in which crew on a day, for a unit and all that stood below it on that day. */
@Injectable()
export class RosterQuery {
  constructor(private readonly reading: Reading) {}

  answer({ organization, day, cursor, limit = PAGE }: Roster, sender: Pick<Sender, 'after'>): Promise<RosterAnswer> {
    const after = cursor === undefined ? ['', '', -1] : placeOf(cursor);
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const below = await unitsBelowAsOfUnlessAll(tx, organization, { day, position });
      const found = await tx.query<StintOnDay[]>(
        `WITH there AS ${below !== null && below.length <= FEW_UNITS ? 'MATERIALIZED' : 'NOT MATERIALIZED'} (
           SELECT worker_id, project_id, from_position, crew_id, work_type, work_role, age_group, contract_id, registered_as, entered_on, from_day
           FROM site_stint
           WHERE ($1::text[] IS NULL OR crew_id = ANY($1) OR project_id = ANY($1)) AND from_day <= $2 AND (until_day IS NULL OR until_day >= $2)
         )
         SELECT * FROM there WHERE (worker_id, project_id, from_position) > ($3, $4, $5)
         ORDER BY worker_id, project_id, from_position LIMIT $6`,
        [below, day, ...after, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, (last) =>
        [last.worker_id, last.project_id, last.from_position].join('~'),
      );
      const ids = new Set(rows.map(({ worker_id }) => worker_id));
      const workers = new Map(
        (await rowsWith(tx, RegisteredWorker, 'workerId', ids)).map((worker) => [worker.workerId, worker]),
      );
      return { roster: rows.map((row) => rosterRow(row, workers.get(row.worker_id)!)), nextCursor, position };
    });
  }
}

function rosterRow(stint: StintOnDay, worker: RegisteredWorker): RosterRow {
  const { workerId, name, identityNumber, phone, registeredAddress, presentAddress, sex, contracts } = worker;
  const contract = contracts.find(
    (each) => each.contractId === stint.contract_id && each.workerId === stint.registered_as,
  )!;
  return {
    ...{ workerId, name, identityNumber, phone, registeredAddress, presentAddress, sex },
    projectId: stint.project_id,
    crewId: stint.crew_id,
    workType: stint.work_type,
    workRole: stint.work_role,
    ageGroup: stint.age_group,
    contractKind: contract.kind,
    // Absent in rows that were written before contracts told it.
    employmentForm: contract.employmentForm ?? null,
    contractStartsOn: contract.startsOn,
    contractEndsOn: contract.endsOn,
    enteredOn: stint.entered_on,
    inCrewSince: stint.from_day,
  };
}

export function placeOf(cursor: string): [string, string, number] {
  const [workerId, projectId, position, ...more] = cursor.split('~');
  if (!workerId || !projectId || !/^[0-9]{1,15}$/.test(position ?? '') || more.length > 0) throw badCursor();
  return [workerId, projectId, Number(position)];
}
