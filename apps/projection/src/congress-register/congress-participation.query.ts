import type {
  CongressParticipation,
  CongressParticipationAnswer,
  CongressParticipationRow,
  EnterprisesWithoutCongressSession,
  EnterprisesWithoutCongressSessionAnswer,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { shareOf } from '../reading/share';
import { unitsBelow } from '../unit-register/unit-tree';

const PAGE = 100;

/** Where workers' congresses met in a year and where not, and how workers took part in what is theirs to decide and to know (HM-04f, CC-03c). */
@Injectable()
export class CongressParticipationQuery {
  constructor(private readonly reading: Reading) {}

  withoutSession(
    { organization, year, cursor = '', limit = PAGE }: EnterprisesWithoutCongressSession,
    sender: Pick<Sender, 'after'>,
  ): Promise<EnterprisesWithoutCongressSessionAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const which = [await unitsBelow(tx, organization), `${year}-01-01`, `${year}-12-31`];
      const [counts] = await tx.query<{ enterprises: number; withSession: number }[]>(
        `SELECT count(*)::int AS enterprises, (count(*) FILTER (WHERE has_met))::int AS "withSession"
         FROM (${ENTERPRISES}) AS enterprise`,
        which,
      );
      const found = await tx.query<EnterprisesWithoutCongressSessionAnswer['without']>(
        `SELECT enterprise.unit_id AS "unitId", enterprise.name, term.congress_id AS "congressId", (
           SELECT max(held_on) FROM congress_session AS session JOIN congress ON congress.congress_id = session.congress_id
           WHERE congress.unit_id = enterprise.unit_id AND congress.kind = 'workersCongress' AND held_on <= $3
         ) AS "lastSessionOn"
         FROM (${ENTERPRISES}) AS enterprise LEFT JOIN LATERAL (${LAST_TERM('enterprise.unit_id')}) AS term ON true
         WHERE NOT has_met AND enterprise.unit_id > $4 ORDER BY enterprise.unit_id LIMIT $5`,
        [...which, cursor, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, ({ unitId }) => unitId);
      return { ...counts!, without: rows, nextCursor, position };
    });
  }

  participation(
    { organization, year, cursor = '', limit = PAGE }: CongressParticipation,
    sender: Pick<Sender, 'after'>,
  ): Promise<CongressParticipationAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<Omit<CongressParticipationRow, 'frontLineBasisPoints'>[]>(
        `SELECT each.unit_id AS "unitId", term.congress_id AS "congressId", seated.*, proposed.*, disclosed.*, (
           SELECT count(*)::int FROM congress_session AS session JOIN congress ON congress.congress_id = session.congress_id
           WHERE congress.unit_id = each.unit_id AND congress.kind = 'workersCongress' AND held_on BETWEEN $2 AND $3
         ) AS sessions
         FROM unnest($1::text[]) AS each (unit_id)
         LEFT JOIN LATERAL (${LAST_TERM('each.unit_id')}) AS term ON true
         CROSS JOIN LATERAL (
           SELECT count(*)::int AS disclosures FROM employee_rights_record AS record
           WHERE record.unit_id = each.unit_id AND record.kind = 'disclosure' AND record.on_day BETWEEN $2 AND $3
         ) AS disclosed
         CROSS JOIN LATERAL (
           SELECT count(*)::int AS delegates,
             (count(*) FILTER (WHERE category = 'frontLine'))::int AS "frontLine",
             (count(*) FILTER (WHERE industrial_worker))::int AS "industrialWorkers"
           FROM congress_delegate AS delegate
           WHERE delegate.congress_id = term.congress_id AND seated_on <= $3 AND (vacated_on IS NULL OR vacated_on > $3)
         ) AS seated
         CROSS JOIN LATERAL (
           SELECT count(*)::int AS proposals, count(answered_on)::int AS answered,
             (count(*) FILTER (WHERE adopted))::int AS adopted
           FROM congress_proposal AS proposal JOIN congress ON congress.congress_id = proposal.congress_id
           WHERE congress.unit_id = each.unit_id AND congress.kind = 'workersCongress'
             AND coalesce(made_on, answered_on) BETWEEN $2 AND $3
         ) AS proposed
         WHERE each.unit_id > $4 AND (term.congress_id IS NOT NULL OR disclosed.disclosures > 0)
         ORDER BY each.unit_id LIMIT $5`,
        [await unitsBelow(tx, organization), `${year}-01-01`, `${year}-12-31`, cursor, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, ({ unitId }) => unitId);
      const units = rows.map((row) => ({
        ...row,
        frontLineBasisPoints: shareOf(row.frontLine, row.delegates),
        industrialWorkerBasisPoints: shareOf(row.industrialWorkers, row.delegates),
      }));
      return { units, nextCursor, position };
    });
  }
}

/** The term of a unit's workers' congress that ran last between the days $2 and $3. */
const LAST_TERM = (unitId: string): string => `
  SELECT congress_id FROM congress
  WHERE congress.unit_id = ${unitId} AND kind = 'workersCongress' AND begins_on <= $3 AND ends_on >= $2
  ORDER BY begins_on DESC LIMIT 1`;

/** The enterprises among the units $1 that were open between the days $2 and $3, and whether their workers' congress met between them. */
const ENTERPRISES = `
  SELECT unit.unit_id, unit.name, EXISTS (
    SELECT FROM congress_session AS session JOIN congress ON congress.congress_id = session.congress_id
    WHERE congress.unit_id = unit.unit_id AND congress.kind = 'workersCongress' AND held_on BETWEEN $2 AND $3
  ) AS has_met
  FROM unit
  WHERE unit.unit_id = ANY($1) AND unit.kind IN ('company', 'group')
    AND unit.established_on <= $3 AND (unit.closed_on IS NULL OR unit.closed_on > $2)`;
