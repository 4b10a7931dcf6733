import type { WorkersOutsideCrews, WorkersOutsideCrewsAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { placeOf } from './roster.query';

const PAGE = 100;

/** Who stands on a site today in a crew that is not active, at or below a unit (QD-03). */
@Injectable()
export class WorkersOutsideCrewsQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, cursor, limit = PAGE }: WorkersOutsideCrews,
    sender: Pick<Sender, 'after'>,
  ): Promise<WorkersOutsideCrewsAnswer> {
    const after = cursor === undefined ? ['', '', -1] : placeOf(cursor);
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<(WorkersOutsideCrewsAnswer['workers'][number] & { fromPosition: number })[]>(
        `SELECT worker_id AS "workerId", project_id AS "projectId", crew_id AS "crewId", from_day AS "inCrewSince",
                from_position AS "fromPosition"
         FROM site_stint JOIN (
           SELECT below.unit_id FROM unnest($1::text[]) AS below (unit_id) LEFT JOIN crew USING (unit_id)
           WHERE crew.stage IS DISTINCT FROM 'active'
         ) AS inactive ON site_stint.crew_id = inactive.unit_id
         WHERE until_day IS NULL AND (worker_id, project_id, from_position) > ($2, $3, $4)
         ORDER BY worker_id, project_id, from_position LIMIT $5`,
        [await unitsBelow(tx, organization), ...after, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, ({ workerId, projectId, fromPosition }) =>
        [workerId, projectId, fromPosition].join('~'),
      );
      return { workers: rows.map(({ fromPosition: _, ...worker }) => worker), nextCursor, position };
    });
  }
}
