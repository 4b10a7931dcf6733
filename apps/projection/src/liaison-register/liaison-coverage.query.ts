import {
  type LevelCoverage,
  type LiaisonCoverage,
  type LiaisonCoverageAnswer,
  type LiaisonLevel,
  liaisonLevels,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';

const PAGE = 100;

/** Which districts, projects and crews have an officer on duty, as things stand (JX-07a, JX-07b, JX-08). */
@Injectable()
export class LiaisonCoverageQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, cursor = '', limit = PAGE }: LiaisonCoverage,
    sender: Pick<Sender, 'after'>,
  ): Promise<LiaisonCoverageAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const below = await unitsBelow(tx, organization);
      const units = await tx.query<UnitsOfLevel[]>(
        `SELECT ${LEVEL} AS level, count(*)::integer AS units, (count(*) FILTER (WHERE ${COVERED}))::integer AS covered
         FROM unit WHERE ${OF_A_LEVEL} GROUP BY kind`,
        [below],
      );
      const officers = await tx.query<OfficersOfLevel[]>(
        `SELECT level, count(*)::integer AS on_duty, (count(*) FILTER (WHERE published))::integer AS disclosed
         FROM liaison_officer WHERE unit_id = ANY($1) AND stage = 'onDuty' GROUP BY level`,
        [below],
      );
      const found = await tx.query<UncoveredUnit[]>(
        `SELECT unit_id, name, ${LEVEL} AS level FROM unit
         WHERE ${OF_A_LEVEL} AND NOT ${COVERED} AND unit_id > $2 ORDER BY unit_id LIMIT $3`,
        [below, cursor, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, ({ unit_id }) => unit_id);
      const uncovered = rows.map(({ unit_id, name, level }) => ({ unitId: unit_id, unitName: name, level }));
      return {
        levels: liaisonLevels.map((level) => coverageOf(level, units, officers)),
        uncovered,
        nextCursor,
        position,
      };
    });
  }
}

const LEVEL = `CASE kind WHEN 'projectDistrict' THEN 'district' ELSE kind END`;
const OF_A_LEVEL = `unit_id = ANY($1) AND kind IN ('projectDistrict', 'project', 'crew') AND closed_on IS NULL`;
const COVERED = `EXISTS (SELECT FROM liaison_officer WHERE liaison_officer.unit_id = unit.unit_id AND stage = 'onDuty')`;

interface UnitsOfLevel {
  level: LiaisonLevel;
  units: number;
  covered: number;
}

interface OfficersOfLevel {
  level: LiaisonLevel;
  on_duty: number;
  disclosed: number;
}

interface UncoveredUnit {
  unit_id: string;
  name: string;
  level: LiaisonLevel;
}

function coverageOf(
  level: LiaisonLevel,
  units: readonly UnitsOfLevel[],
  officers: readonly OfficersOfLevel[],
): LevelCoverage {
  const counted = units.find((each) => each.level === level);
  const serving = officers.find((each) => each.level === level);
  return {
    level,
    units: counted?.units ?? 0,
    covered: counted?.covered ?? 0,
    officersOnDuty: serving?.on_duty ?? 0,
    officersDisclosed: serving?.disclosed ?? 0,
  };
}
