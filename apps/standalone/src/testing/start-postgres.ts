import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWithThisProcess } from '../../../../libs/event-sourcing/src/testing/servers';
import { DataFolder, EmbeddedPostgres } from '../embedded';

/**
 * jest's global set-up: one PostgreSQL for the whole run, on a free port, found by the specs through TEST_POSTGRES_URL. When
 * that is set already, the server that it names is used.
 */
export default async function startPostgres(): Promise<void> {
  if (process.env.TEST_POSTGRES_URL) return;
  const path = await mkdtemp(join(tmpdir(), 'gongyou-test-postgres-'));
  await chmod(path, 0o711);
  const folder = await DataFolder.open({ GONGYOU_DATA: path });
  const postgres = await EmbeddedPostgres.start({
    folder,
    port: 0,
    fsync: false,
    parameters: { max_connections: '300' },
    onLost: (error) => console.error(error),
  });
  const callOff = endWithThisProcess(postgres.pid, path);
  process.env.TEST_POSTGRES_URL = postgres.urlOf('postgres');

  stopTestPostgres = async () => {
    await postgres.stop();
    callOff();
    folder.close();
    await rm(path, { recursive: true, force: true });
  };
}

/** Does nothing when this run did not start the server. */
export let stopTestPostgres: () => Promise<void> = () => Promise.resolve();
