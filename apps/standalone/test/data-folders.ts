import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestDatabase, TestNatsServer } from '@gongyou/event-sourcing/testing';
import { Client } from 'pg';

/** Where PostgreSQL, its log of writes included, and JetStream keep what they were given; all that was written is in the files. */
export async function dataFolders(database: TestDatabase, nats: TestNatsServer): Promise<string[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query('CHECKPOINT');
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    const jetStream = (await (await fetch(`${nats.monitor}/jsz?config=true`)).json()) as {
      config: { store_dir: string };
    };
    return [rows[0]!.data_directory, jetStream.config.store_dir];
  } finally {
    await client.end();
  }
}

/** The files in the folders, and below, that hold the text as it is. */
export async function filesHolding(text: string, folders: readonly string[]): Promise<string[]> {
  const search = promisify(execFile)('grep', ['-rlaF', '--', text, ...folders], { maxBuffer: 1 << 24 });
  // grep ends with 1 when it finds nothing.
  const { stdout } = await search.catch((error: { code: number; stdout: string }) => {
    if (error.code === 1 || error.stdout !== '') return error;
    throw new Error('the folders could not be searched');
  });
  return stdout.split('\n').filter((line) => line !== '');
}
