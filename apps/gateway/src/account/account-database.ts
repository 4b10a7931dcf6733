import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Account } from './account.entity';
import { Accounts1763600000000 } from './migrations/1763600000000-accounts';
import { Session } from './session.entity';

/** Any number; the same for all gateways, so that only one of them migrates at a time. */
const MIGRATION_LOCK = 7_146_001;

/** Opens the gateway's schema, and brings it up to date first. Gateways that start together wait for each other. */
export async function openAccountDatabase(url: string): Promise<DataSource> {
  const database = new DataSource({
    type: 'postgres',
    url,
    schema: 'gateway',
    entities: [Account, Session],
    migrations: [Accounts1763600000000],
    migrationsTableName: 'migration',
    applicationName: 'gongyou-gateway',
    poolErrorHandler: () => undefined,
    extra: { max: 10, connectionTimeoutMillis: 5_000, onConnect: outlive },
  });
  await database.initialize();
  try {
    await migrate(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}

/** TypeORM listens to a connection a moment after it has it; one that breaks in between must not end the process. */
const outlive = (client: Client): void => void client.on('error', () => undefined);

async function migrate(database: DataSource): Promise<void> {
  const lock = database.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await lock.query('CREATE SCHEMA IF NOT EXISTS gateway');
    await database.runMigrations({ transaction: 'all' });
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
  }
}
