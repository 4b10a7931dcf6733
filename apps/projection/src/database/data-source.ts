import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { entities } from './entities';
import { migrations } from './migrations';
import { SnakeCaseNaming } from './snake-case-naming';
import { valueTypes } from './value-types';

/** The schema of the live read models. */
export const LIVE_SCHEMA = 'projection';

/** Queries, the consumer's session and its migrations; more would only wait for the same processor. */
const CONNECTIONS = 12;
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Opens the database of the read models. Statements name no schema: the connection's search path decides which set of tables they
 * mean, so that a second set can be built beside the live one.
 */
export async function openDatabase(
  url: string,
  onTrouble: (error: Error) => void,
  schema: string = LIVE_SCHEMA,
): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    // A commit need not be flushed: read models and checkpoint go back together in a crash, and the ledger has the events.
    url: addressWithSettings(url, [`search_path=${schema}`, 'synchronous_commit=off']),
    applicationName: `gongyou ${schema}`,
    entities,
    migrations,
    namingStrategy: new SnakeCaseNaming(),
    poolSize: CONNECTIONS,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    poolErrorHandler: onTrouble,
    installExtensions: false,
    extra: { types: valueTypes, onConnect: outlive },
  });
  await createSchema(url, schema);
  return dataSource.initialize();
}

/** TypeORM listens to a connection a moment after it has it; one that breaks in between must not end the process. */
const outlive = (client: Client): void => void client.on('error', () => undefined);

/** The address with the schema as the search path, whatever other options it carries. */
export const addressWithSearchPath = (url: string, schema: string): string =>
  addressWithSettings(url, [`search_path=${schema}`]);

function addressWithSettings(url: string, settings: readonly string[]): string {
  const address = new URL(url);
  const options = [address.searchParams.get('options'), ...settings.map((setting) => `-c ${setting}`)].filter(Boolean);
  address.searchParams.set('options', options.join(' '));
  return address.href;
}

/** Done before TypeORM connects: it looks for its own table in the first schema of the search path that exists. */
async function createSchema(url: string, schema: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  outlive(client);
  await client.connect();
  try {
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  } finally {
    await client.end();
  }
}
