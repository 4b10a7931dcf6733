import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import {
  type EntityManager,
  type EntityMetadata,
  type EntityTarget,
  type ObjectLiteral,
  QueryFailedError,
  type QueryRunner,
} from 'typeorm';

/** From this many rows on, COPY is worth the round trip that it costs. */
const WORTH_COPYING = 50;

/** Adds rows in one statement, however many. */
export async function insertRows<T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly T[],
): Promise<void> {
  const table = tx.connection.getMetadata(entity);
  if (rows.length >= WORTH_COPYING) await copy(tx.queryRunner!, table, rows);
  else await insert(tx, table, rows, '');
}

/** Adds rows, or replaces those with the same primary key, in one statement. No key may come twice. */
export async function upsertRows<T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly T[],
): Promise<void> {
  const table = tx.connection.getMetadata(entity);
  await insert(
    tx,
    table,
    rows,
    onConflict(table, (column) => `${column} = EXCLUDED.${column}`),
  );
}

/** Adds rows, or adds their amounts to those with the same primary key, in one statement. No key may come twice. */
export async function addToRows<T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly T[],
): Promise<void> {
  const table = tx.connection.getMetadata(entity);
  const added = onConflict(table, (column) => `${column} = ${table.tableName}.${column} + EXCLUDED.${column}`);
  await insert(tx, table, rows, added);
}

/** All rows travel as one JSON text: PostgreSQL reads it faster than arrays, and nothing but JSON need be escaped for it. */
async function insert(
  tx: EntityManager,
  { tableName, columns }: EntityMetadata,
  rows: readonly ObjectLiteral[],
  conflict: string,
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map((column) => column.databaseName).join(', ');
  const properties = columns.map((column) => `"${column.propertyName}"`).join(', ');
  const types = columns.map((column) => `"${column.propertyName}" ${tx.connection.driver.normalizeType(column)}`);
  await tx.query(
    `INSERT INTO ${tableName} (${names})
     SELECT ${properties} FROM json_to_recordset($1::json) AS row (${types.join(', ')})
     ${conflict}`,
    [JSON.stringify(rows)],
  );
}

async function copy(session: QueryRunner, table: EntityMetadata, rows: readonly ObjectLiteral[]): Promise<void> {
  const statement = `COPY ${table.tableName} (${table.columns.map((column) => column.databaseName).join(', ')}) FROM STDIN`;
  const client = (await session.connect()) as Client;
  try {
    await pipeline(Readable.from([Buffer.from(copyText(table, rows))]), client.query(copyFrom(statement)));
  } catch (error) {
    // As TypeORM tells of any other statement that failed.
    throw new QueryFailedError(statement, undefined, error as Error);
  }
}

/** Rows in the text format of COPY. */
function copyText({ columns }: EntityMetadata, rows: readonly ObjectLiteral[]): string {
  const properties = columns.map(({ propertyName, type }) => ({ propertyName, isJson: type === 'json' }));
  let text = '';
  for (const row of rows) {
    let separator = '';
    for (const { propertyName, isJson } of properties) {
      text += separator + fieldText(row[propertyName], isJson);
      separator = '\t';
    }
    text += '\n';
  }
  return text;
}

function fieldText(value: unknown, isJson: boolean): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = isJson ? JSON.stringify(value) : value instanceof Date ? value.toISOString() : (value as string);
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPED[character]!) : text;
}

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function onConflict({ columns }: EntityMetadata, assignment: (column: string) => string): string {
  const key = columns.filter((column) => column.isPrimary).map((column) => column.databaseName);
  const rest = columns.filter((column) => !column.isPrimary).map((column) => column.databaseName);
  return `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${rest.map(assignment).join(', ')}`;
}
