import type { UnionCoverage, UnionCoverageAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { coverageOf, UNION_COVERAGE_TARGET_BASIS_POINTS } from './coverage';

const PAGE = 100;

/** Which private enterprises at or below a unit have an active trade union on a day (HM-03f). */
@Injectable()
export class UnionCoverageQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: UnionCoverage, sender: Pick<Sender, 'after'>): Promise<UnionCoverageAnswer> {
    const { organization, asOfDay, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const below = await unitsBelow(tx, organization);
      const districts = await tx.query<DistrictRow[]>(
        `SELECT parent_id AS "districtUnitId", count(*)::int AS enterprises, (count(*) FILTER (WHERE covered))::int AS covered
         FROM (${ENTERPRISES}) AS enterprise GROUP BY parent_id ORDER BY parent_id`,
        [below, asOfDay],
      );
      const found = await tx.query<{ unitId: string; name: string; districtUnitId: string | null }[]>(
        `SELECT unit_id AS "unitId", name, parent_id AS "districtUnitId" FROM (${ENTERPRISES}) AS enterprise
         WHERE NOT covered AND unit_id > $3 ORDER BY unit_id LIMIT $4`,
        [below, asOfDay, cursor, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, ({ unitId }) => unitId);
      return {
        ...coverageOf(sum(districts, 'covered'), sum(districts, 'enterprises')),
        targetBasisPoints: UNION_COVERAGE_TARGET_BASIS_POINTS,
        byDistrict: districts.map(({ districtUnitId, covered, enterprises }) => ({
          districtUnitId,
          ...coverageOf(covered, enterprises),
        })),
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

/** The enterprises among the units $1 that are open and private on the day $2, and whether a trade union is there for each. */
const ENTERPRISES = `
  SELECT unit.unit_id, unit.name, unit.parent_id, EXISTS (
    SELECT 1 FROM mass_organization_coverage AS coverage
    WHERE coverage.unit_id = unit.unit_id AND coverage.kind = 'tradeUnion'
      AND coverage.covered_from <= $2 AND (coverage.covered_until IS NULL OR coverage.covered_until > $2)
  ) AS covered
  FROM unit
  CROSS JOIN LATERAL (
    SELECT ownership FROM enterprise_ownership
    WHERE enterprise_ownership.unit_id = unit.unit_id AND from_day <= $2
    ORDER BY from_position DESC LIMIT 1
  ) AS owner
  WHERE unit.unit_id = ANY($1) AND owner.ownership = 'private'
    AND unit.established_on <= $2 AND (unit.closed_on IS NULL OR unit.closed_on > $2)`;

const sum = (rows: readonly DistrictRow[], of: 'covered' | 'enterprises'): number =>
  rows.reduce((total, row) => total + row[of], 0);
