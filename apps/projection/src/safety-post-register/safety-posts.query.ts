import type {
  HazardMonthRow,
  HazardsFound,
  HazardsFoundAnswer,
  SafetyPostRow,
  SafetyPosts,
  SafetyPostsAnswer,
} from '@gongyou/contracts';
import { monthsOf } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';

const PAGE = 100;

/** Safety posts on a day, and the hazards that they found by month (JX-49d). */
@Injectable()
export class SafetyPostsQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, asOfDay, kind, cursor = '', limit = PAGE }: SafetyPosts,
    sender: Pick<Sender, 'after'>,
  ): Promise<SafetyPostsAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<SafetyPostRow[]>(
        `SELECT post_id AS "postId", post.unit_id AS "unitId", unit.name AS "unitName", post.kind,
           worker_id AS "workerId", appointed_on::text AS "appointedOn", ended_on::text AS "endedOn",
           (SELECT count(*)::integer FROM hazard WHERE hazard.post_id = post.post_id) AS "hazardsFound",
           (SELECT count(rewarded_on)::integer FROM hazard WHERE hazard.post_id = post.post_id) AS "hazardsRewarded"
         FROM safety_post AS post JOIN unit ON unit.unit_id = post.unit_id
         WHERE post.unit_id = ANY($1) AND appointed_on <= $2 AND (ended_on IS NULL OR ended_on >= $2)
           AND ($3::text IS NULL OR post.kind = $3) AND post_id > $4
         ORDER BY post_id LIMIT $5`,
        [await unitsBelow(tx, organization), asOfDay, kind ?? null, cursor, limit + 1],
      );
      const { rows: posts, nextCursor } = pageOf(found, limit, ({ postId }) => postId);
      return { posts, nextCursor, position };
    });
  }

  byMonth({ organization, period }: HazardsFound, sender: Pick<Sender, 'after'>): Promise<HazardsFoundAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const counted = await tx.query<(Omit<HazardMonthRow, 'paidFen'> & { paidFen: string })[]>(
        `SELECT month, found_by AS "foundBy", kind, count(*)::integer AS found, count(remedied_on)::integer AS remedied,
           count(rewarded_on)::integer AS rewarded, sum(paid_fen) AS "paidFen"
         FROM hazard WHERE unit_id = ANY($1) AND month = ANY($2)
         GROUP BY month, found_by, kind ORDER BY month, found_by, kind`,
        [await unitsBelow(tx, organization), monthsOf(period)],
      );
      return { hazards: counted.map((row) => ({ ...row, paidFen: Number(row.paidFen) })), position };
    });
  }
}
