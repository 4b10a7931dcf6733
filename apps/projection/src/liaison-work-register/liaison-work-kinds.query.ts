import type { LiaisonWorkKindRow, LiaisonWorkKinds, LiaisonWorkKindsAnswer } from '@gongyou/contracts';
import { monthsOf } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { withUnitsAbove } from './units-above';

/** Time and matters by kind of work (JX-71). */
@Injectable()
export class LiaisonWorkKindsQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, period, officer }: LiaisonWorkKinds,
    sender: Pick<Sender, 'after'>,
  ): Promise<LiaisonWorkKindsAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const kinds = await tx.query<LiaisonWorkKindRow[]>(
        `SELECT work_kind_id AS "workKindId", listed.text, entries, minutes, "entriesWithoutTime", "mattersOpened"
         FROM (
           SELECT work_kind_id, min(post_unit_id) AS post_unit_id, count(*)::integer AS entries,
             COALESCE(sum(minutes), 0)::integer AS minutes,
             (count(*) FILTER (WHERE minutes IS NULL))::integer AS "entriesWithoutTime",
             sum(matters_opened)::integer AS "mattersOpened"
           FROM liaison_work_entry
           WHERE post_unit_id = ANY($1) AND month = ANY($2) AND ($3::text IS NULL OR officer_id = $3)
           GROUP BY work_kind_id
         ) AS work
         LEFT JOIN LATERAL (${LISTED_ABOVE}) AS listed ON true
         ORDER BY work_kind_id NULLS LAST`,
        [await unitsBelow(tx, organization), monthsOf(period), officer ?? null],
      );
      return { kinds, position };
    });
  }
}

/** The words of a kind, from the latest definition of a unit above the posts that lists it. */
const LISTED_ABOVE = `
  ${withUnitsAbove('work.post_unit_id')}
  SELECT item->>'text' AS text
  FROM above JOIN liaison_role_definition AS definition ON definition.organization_id = above.unit_id
  CROSS JOIN LATERAL json_array_elements(definition.role->'workKinds'->'items') AS item
  WHERE item->>'itemId' = work.work_kind_id
  ORDER BY definition.effective_on DESC, definition.level LIMIT 1`;
