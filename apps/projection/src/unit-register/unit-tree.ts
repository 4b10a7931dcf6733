import type { UnitKind } from '@gongyou/contracts';
import type { EntityManager } from 'typeorm';
import type { BothClocks } from '../reading/both-clocks';

/** A unit and all that stand below it today. */
export async function unitsBelow(tx: EntityManager, unitId: string): Promise<string[]> {
  return ids(
    await tx.query<UnitIdRow[]>(
      `WITH RECURSIVE below AS (
         SELECT $1::text AS unit_id
         UNION
         SELECT unit.unit_id FROM unit JOIN below ON unit.parent_id = below.unit_id
       )
       SELECT unit_id FROM below`,
      [unitId],
    ),
  );
}

/**
 * A unit and all that stand below it today; null when it is the one root of the tree, below which everything stands: a query about all units
 * need not carry the ids of all. `amongUnits` takes either.
 */
export const unitsBelowUnlessAll = async (tx: EntityManager, unitId: string): Promise<string[] | null> =>
  (await isOnlyRoot(tx, unitId)) ? null : unitsBelow(tx, unitId);

/** The condition that a column names one of the units in a parameter, or that the parameter is null and stands for all. */
export const amongUnits = (column: string, parameter: string): string =>
  `(${parameter}::text[] IS NULL OR ${column} = ANY(${parameter}))`;

async function isOnlyRoot(tx: EntityManager, unitId: string): Promise<boolean> {
  return isOnlyOne(
    await tx.query<{ is_it: boolean }[]>('SELECT unit_id = $1 AS is_it FROM unit WHERE parent_id IS NULL LIMIT 2', [
      unitId,
    ]),
  );
}

const isOnlyOne = (roots: readonly { is_it: boolean }[]): boolean => roots.length === 1 && roots[0]!.is_it;

/** More units than this are not listed by their ids: a list of a million would take longer than what is asked for. */
const MOST_LISTED = 20_000;

/**
 * The condition that the unit in a column is a unit, or stands below it today, with its parameters. Of a small part of the tree it
 * lists the ids. Of a large one it looks up the tree from each row: a page of a register that is read in the order of an index is
 * full after few of them.
 */
export async function standsBelow(
  tx: EntityManager,
  column: string,
  unitId: string,
  mostListed = MOST_LISTED,
): Promise<[condition: string, values: object]> {
  const below = ids(
    await tx.query<UnitIdRow[]>(
      `WITH RECURSIVE below AS (
         SELECT $1::text AS unit_id
         UNION
         SELECT unit.unit_id FROM unit JOIN below ON unit.parent_id = below.unit_id
       )
       SELECT unit_id FROM below LIMIT $2`,
      [unitId, mostListed + 1],
    ),
  );
  if (below.length <= mostListed) return [`${column} = ANY(:below)`, { below }];
  const climbs = `
    WITH RECURSIVE above AS (
      SELECT ${column} AS unit_id
      UNION
      SELECT unit.parent_id FROM unit JOIN above ON unit.unit_id = above.unit_id WHERE unit.parent_id IS NOT NULL
    )
    SELECT FROM above WHERE unit_id = :topUnitId`;
  return [`EXISTS (${climbs})`, { topUnitId: unitId }];
}

/** A unit and all that stood below it on both clocks. */
export async function unitsBelowAsOf(tx: EntityManager, unitId: string, asOf: BothClocks): Promise<string[]> {
  return ids(
    await tx.query<UnitIdRow[]>(
      `WITH RECURSIVE below AS (
         SELECT $1::text AS unit_id
         UNION
         SELECT placement.unit_id FROM unit_placement placement JOIN below ON placement.parent_id = below.unit_id
         WHERE ${IN_EFFECT}
       )
       SELECT unit_id FROM below`,
      [unitId, asOf.position, asOf.day],
    ),
  );
}

/** A unit and all that stood below it on both clocks; null when it was the one root then: also a ring of a day is below it. */
export async function unitsBelowAsOfUnlessAll(
  tx: EntityManager,
  unitId: string,
  asOf: BothClocks,
): Promise<string[] | null> {
  const roots = await tx.query<{ is_it: boolean }[]>(
    `SELECT unit_id = $1 AS is_it FROM unit_placement placement WHERE parent_id IS NULL AND ${IN_EFFECT} LIMIT 2`,
    [unitId, asOf.position, asOf.day],
  );
  return isOnlyOne(roots) ? null : unitsBelowAsOf(tx, unitId, asOf);
}

/** A page of units, in the order of their ids. */
interface UnitPage {
  unitId: string;
  /** The last id of the page before. */
  after: string;
  limit: number;
}

interface UnitOfKind {
  unitId: string;
  kind: UnitKind;
}

/** The units that stood directly below a unit on both clocks. */
export const unitsDirectlyBelowAsOf = (
  tx: EntityManager,
  { unitId, after, limit }: UnitPage,
  asOf: BothClocks,
): Promise<UnitOfKind[]> =>
  tx.query(
    `SELECT placement.unit_id AS "unitId", unit.kind FROM unit_placement placement JOIN unit USING (unit_id)
     WHERE placement.parent_id = $1 AND ${IN_EFFECT} AND placement.unit_id > $4 ORDER BY placement.unit_id LIMIT $5`,
    [unitId, asOf.position, asOf.day, after, limit],
  );

/** The crews that stood below a unit on both clocks, at whatever depth. */
export const crewsBelowAsOf = async (
  tx: EntityManager,
  { unitId, after, limit }: UnitPage,
  asOf: BothClocks,
): Promise<UnitOfKind[]> =>
  tx.query(
    `SELECT unit_id AS "unitId", kind FROM unit WHERE kind = 'crew' AND unit_id = ANY($1) AND unit_id > $2
     ORDER BY unit_id LIMIT $3`,
    [await unitsBelowAsOf(tx, unitId, asOf), after, limit],
  );

/**
 * A recursive query `below (top_id, unit_id)`: each of several units with all that stood below it on both clocks.
 *
 * @param parameters the places of the list of units, the position and the day
 */
export const belowEachAsOf = ([units, position, day]: readonly [string, string, string]): string =>
  `below AS (
     SELECT top_id, top_id AS unit_id FROM unnest(${units}::text[]) AS top_id
     UNION
     SELECT below.top_id, placement.unit_id FROM unit_placement placement JOIN below ON placement.parent_id = below.unit_id
     WHERE ${inEffectAt(position, day)}
   )`;

/** A unit and those above it on both clocks, nearest first. */
export async function unitsAboveAsOf(tx: EntityManager, unitId: string, asOf: BothClocks): Promise<string[]> {
  return ids(
    await tx.query<UnitIdRow[]>(
      `WITH RECURSIVE above AS (
         SELECT $1::text AS unit_id, 0 AS steps
         UNION ALL
         SELECT placement.parent_id, above.steps + 1
         FROM unit_placement placement JOIN above ON placement.unit_id = above.unit_id
         WHERE placement.parent_id IS NOT NULL AND ${IN_EFFECT}
       ) CYCLE unit_id SET closes_a_ring USING path
       SELECT unit_id FROM above WHERE NOT closes_a_ring ORDER BY steps`,
      [unitId, asOf.position, asOf.day],
    ),
  );
}

/** Of each unit of a list the project that it was, or stood below, on both clocks; those in no project are left out. */
export async function nearestProjectsAsOf(
  tx: EntityManager,
  unitIds: readonly string[],
  asOf: BothClocks,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ below_id: string; unit_id: string }[]>(
    `WITH RECURSIVE above AS (
       SELECT unit.unit_id AS below_id, unit.unit_id, unit.kind FROM unit WHERE unit.unit_id = ANY($1)
       UNION
       SELECT above.below_id, parent.unit_id, parent.kind
       FROM above
       JOIN unit_placement placement ON placement.unit_id = above.unit_id
       JOIN unit parent ON parent.unit_id = placement.parent_id
       WHERE above.kind <> 'project' AND ${IN_EFFECT}
     )
     SELECT below_id, unit_id FROM above WHERE kind = 'project'`,
    [unitIds, asOf.position, asOf.day],
  );
  return new Map(rows.map(({ below_id, unit_id }) => [below_id, unit_id]));
}

/** The names of units on both clocks; a unit that was set up only later is called by its first name. */
export async function unitNamesAsOf(
  tx: EntityManager,
  unitIds: readonly string[],
  asOf: BothClocks,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ unit_id: string; name: string }[]>(
    `SELECT DISTINCT ON (unit_id) unit_id, name FROM unit_name
     WHERE unit_id = ANY($1) AND from_position <= $2
     ORDER BY unit_id, from_day > $3, CASE WHEN from_day > $3 THEN from_position ELSE -from_position END`,
    [unitIds, asOf.position, asOf.day],
  );
  return new Map(rows.map(({ unit_id, name }) => [unit_id, name]));
}

/** The placement that a unit had on both clocks: it had begun, and the next one had not. */
const inEffectAt = (position: string, day: string): string =>
  `placement.from_position <= ${position} AND placement.from_day <= ${day}
  AND (placement.until_position IS NULL OR placement.until_position > ${position} OR placement.until_day > ${day})`;

/** At position $2 and on day $3. */
export const IN_EFFECT = inEffectAt('$2', '$3');

interface UnitIdRow {
  unit_id: string;
}

const ids = (rows: readonly UnitIdRow[]): string[] => rows.map((row) => row.unit_id);
