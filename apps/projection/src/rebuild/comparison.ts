import type { DataSource, EntityManager, EntityMetadata } from 'typeorm';

/** Most differing rows of a table that are listed; all are counted. */
const LISTED = 20;

/** How a table of two sets of read models differs. */
export interface TableComparison {
  table: string;
  rows: number;
  /** Rows that only one of the two has, or that are not the same. */
  differing: number;
  /** Primary keys of the first of them. Identifiers and positions only, no content. */
  keys: string[];
}

/**
 * Compares two sets row by row, within the snapshot of the transaction given. Only when an event was parked is left out: that is
 * told by a clock.
 */
export async function compareSets(tx: EntityManager, live: string, other: string): Promise<TableComparison[]> {
  const compared: TableComparison[] = [];
  for (const table of tablesOf(tx.connection)) compared.push(await compareTable(tx, table, live, other));
  return compared;
}

const tablesOf = ({ entityMetadatas }: DataSource): EntityMetadata[] =>
  [...entityMetadatas].sort((a, b) => (a.tableName < b.tableName ? -1 : 1));

async function compareTable(
  tx: EntityManager,
  { tableName, columns }: EntityMetadata,
  live: string,
  other: string,
): Promise<TableComparison> {
  const key = columns.filter((column) => column.isPrimary).map((column) => column.databaseName);
  const compared = columns.map((column) => column.databaseName).filter((column) => column !== 'parked_at');
  const side = (schema: string): string =>
    `SELECT ${key.join(', ')}, to_json(whole)::text AS whole
     FROM (SELECT ${compared.join(', ')} FROM ${schema}.${tableName}) AS whole`;
  const [found] = await tx.query<{ rows: number; differing: number; keys: string[] }[]>(
    `WITH differing AS MATERIALIZED (
       SELECT ${key.join(', ')} FROM (${side(live)}) AS live FULL JOIN (${side(other)}) AS other USING (${key.join(', ')})
       WHERE live.whole IS DISTINCT FROM other.whole
     )
     SELECT (SELECT count(*) FROM ${live}.${tableName}) AS rows,
            (SELECT count(*) FROM differing) AS differing,
            ARRAY(SELECT concat_ws(' ', ${key.join(', ')}) FROM differing ORDER BY ${key.join(', ')} LIMIT ${LISTED}) AS keys`,
  );
  return { table: tableName, ...found! };
}
