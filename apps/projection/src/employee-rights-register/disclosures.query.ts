import {
  enterpriseKinds,
  type FactoryAffairsDisclosures,
  type FactoryAffairsDisclosuresAnswer,
  type OpenMatter,
  type OpenMatterRow,
  type OpenMatters,
  type OpenMattersAnswer,
  type OversightFindings,
  type OversightFindingsAnswer,
} from '@gongyou/contracts';
import { addCalendarMonths, type Day } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { standsBelow, unitsBelow } from '../unit-register/unit-tree';
import { RegisteredDisclosure, RegisteredFinding } from './employee-rights.entity';

const PAGE = 100;

/** What enterprises disclosed, what they should have, and what their employees' oversight found. */
@Injectable()
export class DisclosuresQuery {
  constructor(private readonly reading: Reading) {}

  disclosures(
    asked: FactoryAffairsDisclosures,
    sender: Pick<Sender, 'after'>,
  ): Promise<FactoryAffairsDisclosuresAnswer> {
    const { organization, matter, unanswered, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredDisclosure, 'each')
        .where(...(await standsBelow(tx, 'each.unit_id', organization)))
        .andWhere('each.disclosureId > :cursor', { cursor })
        .orderBy('each.disclosureId')
        .limit(limit + 1);
      if (matter !== undefined) query.andWhere('each.matterId = :matter', { matter });
      if (unanswered !== undefined) query.andWhere('each.isUnanswered');
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ disclosureId }) => disclosureId);
      return { disclosures: rows.map(({ isUnanswered: _, ...row }) => row), nextCursor, position };
    });
  }

  matters(asked: OpenMatters, sender: Pick<Sender, 'after'>): Promise<OpenMattersAnswer> {
    const { organization, asOfDay, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<ListedEnterprise[]>(LISTED, [
        ...[await unitsBelow(tx, organization), asOfDay, enterpriseKinds, cursor, limit + 1],
      ]);
      const { rows, nextCursor } = pageOf(found, limit, ({ unitId }) => unitId);
      const enterprises = rows.map(({ matters: listed, posted, ...enterprise }) => {
        const matters = (listed ?? []).map((matter) => openMatterRow(matter, posted[matter.matterId] ?? null, asOfDay));
        return { ...enterprise, matters, missing: matters.filter(({ isMissing }) => isMissing).length };
      });
      return { enterprises, nextCursor, position };
    });
  }

  findings(asked: OversightFindings, sender: Pick<Sender, 'after'>): Promise<OversightFindingsAnswer> {
    const { organization, answered, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredFinding, 'each')
        .where(...(await standsBelow(tx, 'each.unit_id', organization)))
        .andWhere('each.findingId > :cursor', { cursor })
        .orderBy('each.findingId')
        .limit(limit + 1);
      if (answered !== undefined) query.andWhere(`each.answeredOn IS ${answered === 'true' ? 'NOT NULL' : 'NULL'}`);
      const { rows: findings, nextCursor } = pageOf(await query.getMany(), limit, ({ findingId }) => findingId);
      return { findings, nextCursor, position };
    });
  }
}

/** A matter against what was disclosed of it last: missing where nothing was in so many months before the day, the day included. */
export function openMatterRow(matter: OpenMatter, lastPostedOn: string | null, asOfDay: Day): OpenMatterRow {
  const since = addCalendarMonths(asOfDay, -matter.everyMonths);
  return { ...matter, lastPostedOn, isMissing: lastPostedOn === null || lastPostedOn <= since };
}

interface ListedEnterprise {
  unitId: string;
  name: string;
  listedBy: string | null;
  matters: OpenMatter[] | null;
  /** The last day by matter. */
  posted: Record<string, string>;
}

/**
 * The enterprises among the units $1, of the kinds $3, that are open on the day $2, with the list in force of the nearest unit at or
 * above each that has one by then, and when each matter was disclosed last.
 */
const LISTED = `
  SELECT unit.unit_id AS "unitId", unit.name, list.unit_id AS "listedBy", list.matters, coalesce(told.posted, '{}') AS posted
  FROM unit
  LEFT JOIN LATERAL (
    WITH RECURSIVE above AS (
      SELECT unit.unit_id, unit.parent_id, 0 AS steps
      UNION ALL
      SELECT parent.unit_id, parent.parent_id, above.steps + 1
      FROM unit AS parent JOIN above ON parent.unit_id = above.parent_id
    ) CYCLE unit_id SET closes_a_ring USING path
    SELECT list.unit_id, list.matters FROM above JOIN open_matters_list AS list ON list.unit_id = above.unit_id
    WHERE list.effective_on <= $2 AND NOT closes_a_ring
    ORDER BY above.steps, list.effective_on DESC LIMIT 1
  ) AS list ON true
  CROSS JOIN LATERAL (
    SELECT json_object_agg(matter_id, last_posted_on) AS posted FROM (
      SELECT matter_id, max(posted_on) AS last_posted_on FROM factory_affairs_disclosure AS disclosure
      WHERE disclosure.unit_id = unit.unit_id AND posted_on <= $2 GROUP BY matter_id
    ) AS by_matter
  ) AS told
  WHERE unit.unit_id = ANY($1) AND unit.kind = ANY($3) AND unit.unit_id > $4
    AND unit.established_on <= $2 AND (unit.closed_on IS NULL OR unit.closed_on > $2)
  ORDER BY unit.unit_id LIMIT $5`;
