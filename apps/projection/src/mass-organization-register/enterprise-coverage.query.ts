import type { EnterpriseCoverage, EnterpriseCoverageAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { shareOf } from '../reading/share';
import { unitsBelow } from '../unit-register/unit-tree';
import { coverageOf, coverageTarget } from './coverage';

const PAGE = 100;

/** Which enterprises of an ownership at or below a unit have a mass organization of a kind on a day (HM-03b, HM-03f). */
@Injectable()
export class EnterpriseCoverageQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: EnterpriseCoverage, sender: Pick<Sender, 'after'>): Promise<EnterpriseCoverageAnswer> {
    const { organization, kind, ownership, asOfDay, cursor = '', limit = PAGE } = asked;
    const target = coverageTarget(kind, ownership);
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const which = [await unitsBelow(tx, organization), asOfDay, kind, ownership ?? null];
      const districts = await tx.query<DistrictRow[]>(
        `SELECT parent_id AS "districtUnitId", count(*)::int AS enterprises, (count(*) FILTER (WHERE covered))::int AS covered
         FROM (${ENTERPRISES}) AS enterprise GROUP BY parent_id ORDER BY parent_id`,
        which,
      );
      const [chairs] = await tx.query<{ chairs: number; branchSecretaries: number }[]>(CHAIRS, which);
      const found = await tx.query<EnterpriseCoverageAnswer['uncovered']>(
        `SELECT unit_id AS "unitId", name, parent_id AS "districtUnitId" FROM (${ENTERPRISES}) AS enterprise
         WHERE NOT covered AND unit_id > $5 ORDER BY unit_id LIMIT $6`,
        [...which, cursor, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, ({ unitId }) => unitId);
      return {
        ...coverageOf(sum(districts, 'covered'), sum(districts, 'enterprises'), target),
        targetBasisPoints: target,
        byDistrict: districts.map(({ districtUnitId, covered, enterprises }) => ({
          districtUnitId,
          ...coverageOf(covered, enterprises, target),
        })),
        chairs: { ...chairs!, basisPoints: shareOf(chairs!.branchSecretaries, chairs!.chairs) },
        uncovered: rows,
        nextCursor,
        position,
      };
    });
  }
}

interface DistrictRow {
  districtUnitId: string | null;
  enterprises: number;
  covered: number;
}

/** What is there for a unit on the day $2, of the kind $3. */
const COVERING = `
  coverage.unit_id = unit.unit_id AND coverage.kind = $3
  AND coverage.covered_from <= $2 AND (coverage.covered_until IS NULL OR coverage.covered_until > $2)`;

/** The enterprises among the units $1 that are open on the day $2 and owned as $4 says, if it says, and whether one of the kind $3 is there for each. */
const ENTERPRISES = `
  SELECT unit.unit_id, unit.name, unit.parent_id, EXISTS (
    SELECT 1 FROM mass_organization_coverage AS coverage WHERE ${COVERING}
  ) AS covered
  FROM unit
  LEFT JOIN LATERAL (
    SELECT ownership FROM enterprise_ownership
    WHERE enterprise_ownership.unit_id = unit.unit_id AND from_day <= $2
    ORDER BY from_position DESC LIMIT 1
  ) AS owner ON true
  WHERE unit.unit_id = ANY($1) AND unit.kind IN ('company', 'group') AND ($4::text IS NULL OR owner.ownership = $4)
    AND unit.established_on <= $2 AND (unit.closed_on IS NULL OR unit.closed_on > $2)`;

/** The chairs of those that are there for these enterprises, by the term that began last by the day; one of a joint one counts once. */
const CHAIRS = `
  SELECT count(*)::int AS chairs,
    (count(*) FILTER (WHERE term.chair_branch_post <> 'none'))::int AS "branchSecretaries"
  FROM (
    SELECT DISTINCT coverage.mass_organization_id
    FROM (${ENTERPRISES}) AS unit JOIN mass_organization_coverage AS coverage ON ${COVERING}
  ) AS present
  CROSS JOIN LATERAL (
    SELECT chair_branch_post FROM mass_organization_term AS each
    WHERE each.mass_organization_id = present.mass_organization_id AND each.confirmed_on <= $2
    ORDER BY from_position DESC LIMIT 1
  ) AS term`;

const sum = (rows: readonly DistrictRow[], of: 'covered' | 'enterprises'): number =>
  rows.reduce((total, row) => total + row[of], 0);
