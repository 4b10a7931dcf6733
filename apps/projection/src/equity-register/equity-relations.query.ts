import type { EquityRelations, EquityRelationsAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';

const PAGE = 100;

/** Labour subcontractors by the relation that contractors have to them on a day (QD-50). */
@Injectable()
export class EquityRelationsQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: EquityRelations, sender: Pick<Sender, 'after'>): Promise<EquityRelationsAnswer> {
    const { organization, asOfDay, relation = null, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const which = [await unitsBelow(tx, organization), asOfDay];
      const byRelation = await tx.query<EquityRelationsAnswer['byRelation']>(
        `SELECT relation, count(*)::int AS "labourSubcontractors"
         FROM (${LISTED}) AS listed CROSS JOIN unnest(listed.kinds) AS relation
         GROUP BY relation ORDER BY relation`,
        which,
      );
      const found = await tx.query<EquityRelationsAnswer['labourSubcontractors']>(
        `SELECT unit_id AS "labourSubcontractorId", name, relations FROM (${LISTED}) AS listed
         WHERE unit_id > $3 AND ($4::text IS NULL OR $4 = ANY(kinds)) ORDER BY unit_id LIMIT $5`,
        [...which, cursor, relation, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, ({ labourSubcontractorId }) => labourSubcontractorId);
      return { byRelation, labourSubcontractors: rows, nextCursor, position };
    });
  }
}

/**
 * The labour subcontractors that are open on the day $2 and stand among the units $1, or that a contractor among these has a part in,
 * with all relations of the day and their kinds.
 */
const LISTED = `
  SELECT unit.unit_id, unit.name, coalesce(held.kinds, ARRAY['none']) AS kinds, coalesce(held.relations, '[]') AS relations
  FROM unit
  CROSS JOIN LATERAL (
    SELECT array_agg(DISTINCT kind) AS kinds, bool_or(contractor_id = ANY($1)) AS by_contractor_below,
      json_agg(json_build_object('contractorId', contractor_id, 'kind', kind, 'shareBasisPoints', share_basis_points,
        'fromDay', from_day, 'untilDay', until_day) ORDER BY contractor_id) AS relations
    FROM equity_holding AS holding
    WHERE holding.labour_subcontractor_id = unit.unit_id
      AND from_day <= $2 AND (until_day IS NULL OR until_day > $2)
  ) AS held
  WHERE unit.kind = 'labourSubcontractor' AND (unit.unit_id = ANY($1) OR held.by_contractor_below)
    AND unit.established_on <= $2 AND (unit.closed_on IS NULL OR unit.closed_on > $2)`;
