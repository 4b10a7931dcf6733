import type { DataSource } from 'typeorm';

/** Brings the tables to the state that this code needs. Safe to repeat. */
export async function setUp(dataSource: DataSource): Promise<void> {
  await dataSource.query(`CREATE SCHEMA IF NOT EXISTS ${schemaOf(dataSource)}`);
  await dataSource.runMigrations();
}

/** Throws away all read models and makes empty ones, so that everything is taken in again from the ledger's first event. */
export async function startOver(dataSource: DataSource): Promise<void> {
  await dataSource.query(`DROP SCHEMA IF EXISTS ${schemaOf(dataSource)} CASCADE`);
  await setUp(dataSource);
}

/** The schema that the connections' search path names. */
export function schemaOf(dataSource: DataSource): string {
  const { schema } = dataSource.driver;
  if (!schema) throw new Error('the database was opened without a schema');
  return schema;
}
