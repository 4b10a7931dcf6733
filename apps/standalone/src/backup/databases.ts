import { IsOptional, IsString, Matches } from 'class-validator';
import { readConfig } from '@gongyou/messaging';
import { DataFolder, EmbeddedPostgres, EmbeddedServerError, type Report } from '../embedded';
import { BackupError } from './backup.error';

/** Where a platform keeps what must not be lost. */
export interface Databases {
  /** `postgres://…` or `esdb://…`: the event store. */
  ledgerUrl: string;
  /** `postgres://…`: the keys of persons. */
  personKeysUrl: string;
  /** `postgres://…`: the gateway's accounts. */
  gatewayUrl: string;
}

/** Which databases the operator means; without any, those of the data folder `GONGYOU_DATA`. */
class DatabasesConfig {
  /** PostgreSQL, as the gateway and the projection are given it; also the ledger's when that has none of its own. */
  @IsOptional() @IsString() @Matches(/^postgres(ql)?:\/\//) DATABASE_URL?: string;
  /** The event store, as the ledger is given it. */
  @IsOptional()
  @IsString()
  @Matches(/^(postgres(ql)?|esdb(\+discover)?|kurrentdb(\+discover)?):\/\//)
  EVENT_STORE_URL?: string;
  /** The keys of persons, as the ledger is given it; the event store's own database when it has none of its own. */
  @IsOptional() @IsString() @Matches(/^postgres(ql)?:\/\//) PERSON_KEYS_URL?: string;
}

/** How to reach them. */
export interface Reaching {
  env: NodeJS.ProcessEnv;
  /** `there`: of a platform that was started before, running or stopped. `new`: made where they are missing, of no running platform. */
  are: 'there' | 'new';
  report: Report;
}

/**
 * Opens the databases that the environment names. The embedded PostgreSQL of a stopped platform is started for as long as it is needed;
 * that of a running one is used as it runs.
 *
 * @throws BackupError, EmbeddedServerError, WrongSettings
 */
export async function withDatabases<T>(
  { env, are, report }: Reaching,
  use: (databases: Databases) => Promise<T>,
): Promise<T> {
  const { DATABASE_URL, EVENT_STORE_URL, PERSON_KEYS_URL } = readConfig(DatabasesConfig, env);
  const gatewayUrl = DATABASE_URL ?? EVENT_STORE_URL;
  if (gatewayUrl !== undefined) {
    const ledgerUrl = EVENT_STORE_URL ?? gatewayUrl;
    return use({ ledgerUrl, personKeysUrl: PERSON_KEYS_URL ?? ledgerUrl, gatewayUrl });
  }

  if (are === 'there' && !DataFolder.exists(env))
    throw new BackupError('standalone.backup.noPlatform', { folder: DataFolder.pathOf(env) });
  const all = (url: string): Databases => ({ ledgerUrl: url, personKeysUrl: url, gatewayUrl: url });
  const folder = await heldOrTaken(env, are);
  if (folder === 'held') return use(all(await runningUrl(DataFolder.pathOf(env))));
  let postgres: EmbeddedPostgres | undefined;
  try {
    postgres = await EmbeddedPostgres.start({ folder, port: 0, report, onLost: ignored });
    return await use(all(postgres.url));
  } finally {
    await postgres?.stop();
    folder.close();
  }
}

async function heldOrTaken(env: NodeJS.ProcessEnv, are: Reaching['are']): Promise<DataFolder | 'held'> {
  try {
    return await DataFolder.open(env);
  } catch (error) {
    if (are === 'there' && error instanceof EmbeddedServerError && error.code === 'standalone.dataFolder.inUse')
      return 'held';
    throw error;
  }
}

async function runningUrl(folder: string): Promise<string> {
  const url = await EmbeddedPostgres.urlOfRunning(folder);
  if (url === undefined) throw new BackupError('standalone.backup.databaseStopped', { folder });
  return url;
}

/** A server that ends for good fails the query that waits for it. */
const ignored = (): void => undefined;
