import {
  type LiaisonForce,
  type LiaisonForceAnswer,
  type LiaisonForceLevel,
  type LiaisonForceRow,
  type LiaisonLevel,
  liaisonLevels,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { LIAISON_POSTS } from './liaison-posts.sql';

const PAGE = 50;

/** How far the three levels of liaison officers are manned, district by district and project by project (JX-09). */
@Injectable()
export class LiaisonForceQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, month, cursor = '', limit = PAGE }: LiaisonForce,
    sender: Pick<Sender, 'after'>,
  ): Promise<LiaisonForceAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<RootRow[]>(
        `SELECT unit_id, name, kind FROM unit
         WHERE unit_id = ANY($1) AND kind IN ('projectDistrict', 'project') AND closed_on IS NULL AND unit_id > $2
         ORDER BY unit_id LIMIT $3`,
        [await unitsBelow(tx, organization), cursor, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, ({ unit_id }) => unit_id);
      const counts = await tx.query<CountRow[]>(COUNTS, [rows.map(({ unit_id }) => unit_id), month]);
      return { force: rows.map((row) => forceRow(row, counts)), nextCursor, position };
    });
  }
}

/** $1 the districts and projects, $2 the month. */
const COUNTS = `
  WITH RECURSIVE inside AS (
    SELECT unit_id AS root_id, unit_id FROM unit WHERE unit_id = ANY($1)
    UNION
    SELECT inside.root_id, unit.unit_id FROM unit JOIN inside ON unit.parent_id = inside.unit_id
  ), post AS (
    SELECT root_id, level, count(*) AS posts, count(*) FILTER (WHERE filled) AS filled
    FROM inside JOIN (${LIAISON_POSTS}) AS post USING (unit_id) GROUP BY root_id, level
  ), officer AS (
    SELECT root_id, level,
      count(*) FILTER (WHERE trained AND stage IN ('appointed', 'onDuty')) AS trained,
      count(*) FILTER (WHERE published AND stage = 'onDuty') AS disclosed,
      count(*) FILTER (WHERE stage = 'onDuty' AND EXISTS (
        SELECT FROM liaison_work_month AS work
        WHERE work.officer_id = liaison_officer.officer_id AND work.month = $2 AND work.entries > 0)) AS active
    FROM inside JOIN liaison_officer USING (unit_id) GROUP BY root_id, level
  )
  SELECT root_id, level, COALESCE(posts, 0)::integer AS posts, COALESCE(filled, 0)::integer AS filled,
    COALESCE(trained, 0)::integer AS trained, COALESCE(disclosed, 0)::integer AS disclosed,
    COALESCE(active, 0)::integer AS active
  FROM post FULL JOIN officer USING (root_id, level)`;

interface RootRow {
  unit_id: string;
  name: string;
  kind: LiaisonForceRow['kind'];
}

interface CountRow extends LiaisonForceLevel {
  root_id: string;
}

const forceRow = ({ unit_id, name, kind }: RootRow, counts: readonly CountRow[]): LiaisonForceRow => ({
  unitId: unit_id,
  unitName: name,
  kind,
  levels: liaisonLevels
    .filter((level) => kind === 'projectDistrict' || level !== 'district')
    .map((level) =>
      levelOf(
        level,
        counts.find((each) => each.root_id === unit_id && each.level === level),
      ),
    ),
});

const levelOf = (level: LiaisonLevel, counted: CountRow | undefined): LiaisonForceLevel => ({
  level,
  posts: counted?.posts ?? 0,
  filled: counted?.filled ?? 0,
  trained: counted?.trained ?? 0,
  disclosed: counted?.disclosed ?? 0,
  active: counted?.active ?? 0,
});
