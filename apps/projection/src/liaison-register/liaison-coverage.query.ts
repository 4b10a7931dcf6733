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
import { LIAISON_POSTS } from './liaison-posts.sql';

const PAGE = 100;

/** Which districts, projects and crews have the officer whom they are to have, as things stand (JX-07a, JX-07b, JX-08). */
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
        `SELECT level, count(*)::integer AS units, (count(*) FILTER (WHERE filled))::integer AS covered
         FROM (${LIAISON_POSTS}) AS post WHERE unit_id = ANY($1) GROUP BY level`,
        [below],
      );
      const officers = await tx.query<OfficersOfLevel[]>(
        `SELECT level, count(*)::integer AS on_duty, (count(*) FILTER (WHERE mode = 'fullTime'))::integer AS full_time,
           (count(*) FILTER (WHERE published))::integer AS disclosed
         FROM liaison_officer WHERE unit_id = ANY($1) AND stage = 'onDuty' GROUP BY level`,
        [below],
      );
      const found = await tx.query<UncoveredUnit[]>(
        `SELECT unit_id, name, level FROM (${LIAISON_POSTS}) AS post
         WHERE unit_id = ANY($1) AND NOT filled AND unit_id > $2 ORDER BY unit_id LIMIT $3`,
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

interface UnitsOfLevel {
  level: LiaisonLevel;
  units: number;
  covered: number;
}

interface OfficersOfLevel {
  level: LiaisonLevel;
  on_duty: number;
  full_time: number;
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
    officersFullTime: serving?.full_time ?? 0,
    officersDisclosed: serving?.disclosed ?? 0,
  };
}
