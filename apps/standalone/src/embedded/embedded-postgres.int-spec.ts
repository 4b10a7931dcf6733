import { spawn } from 'node:child_process';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { temporaryDataFolder } from '../testing/temporary-data-folder';
import { until } from '../testing/until';
import { DataFolder, EmbeddedPostgres, EmbeddedServerError, type EmbeddedPostgresOptions } from '.';

describe('The embedded PostgreSQL', () => {
  let place: Awaited<ReturnType<typeof temporaryDataFolder>>;
  let folder: DataFolder;
  let running: EmbeddedPostgres[];

  beforeEach(async () => {
    place = await temporaryDataFolder();
    folder = await DataFolder.open({ GONGYOU_DATA: place.path });
    running = [];
  });

  afterEach(async () => {
    await Promise.all(running.map((postgres) => postgres.stop()));
    folder.close();
    await place.remove();
  });

  const start = async (options: Partial<EmbeddedPostgresOptions> = {}) => {
    const postgres = await EmbeddedPostgres.start({ folder, port: 0, fsync: false, onLost: fail, ...options });
    running.push(postgres);
    return postgres;
  };

  it('keeps its data from one start to the next', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE crew AS SELECT 7 AS number');
    await first.stop();

    const second = await start();
    expect(await query(second.url, 'SELECT number FROM crew')).toEqual([{ number: 7 }]);
  });

  it('listens on the loopback address alone, without a Unix socket', async () => {
    const { url } = await start();
    expect(
      await query(
        url,
        "SELECT name, setting FROM pg_settings WHERE name IN ('listen_addresses', 'unix_socket_directories') ORDER BY 1",
      ),
    ).toEqual([
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'unix_socket_directories', setting: '' },
    ]);
  });

  it('keeps text as UTF-8 and sorts it by code point', async () => {
    const { url } = await start();
    expect(
      await query(
        url,
        "SELECT string_agg(word, '' ORDER BY word) AS words, lower('Ü') AS lower FROM unnest(ARRAY['工', 'b', 'A']) word",
      ),
    ).toEqual([{ words: 'Ab工', lower: 'ü' }]);
  });

  it('lets in nobody without its password, which only its own user can read', async () => {
    const { url } = await start();
    const guess = new URL(url);
    guess.password = 'postgres';
    await expect(query(guess.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect((await stat(join(place.path, 'postgres', 'password'))).mode & 0o777).toBe(0o600);
  });

  it('keeps what was stored out of its log when a statement fails', async () => {
    const { url } = await start();
    await query(url, 'CREATE TABLE worker (name text PRIMARY KEY)');
    await query(url, "INSERT INTO worker VALUES ('王建国')");
    await expect(query(url, "INSERT INTO worker VALUES ('王建国')")).rejects.toMatchObject({ code: '23505' });

    const log = await readFile(join(place.path, 'logs', 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key value violates unique constraint');
    expect(log).not.toContain('王建国');
  });

  it('comes back by itself, with all that was committed, when it is killed', async () => {
    const postgres = await start({ fsync: true });
    await query(postgres.url, 'CREATE TABLE crew AS SELECT 7 AS number');
    const killed = postgres.pid;
    process.kill(killed, 'SIGKILL');

    await until(
      'another PostgreSQL answers',
      async () => (await query(postgres.url, 'SELECT 1')).length === 1 && postgres.pid !== killed,
    );
    expect(await query(postgres.url, 'SELECT number FROM crew')).toEqual([{ number: 7 }]);
  });

  it('names the port, its setting and the program when another program has the port', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    const refusal = await start({ port }).catch((error: unknown) => error);
    other.close();

    expect(refusal).toBeInstanceOf(EmbeddedServerError);
    expect(refusal).toMatchObject({ code: 'standalone.port.busy' });
    expect((refusal as EmbeddedServerError).text.en).toContain(`Port ${port} is already in use`);
    expect((refusal as EmbeddedServerError).text.en).toContain('POSTGRES_PORT');
    if (process.platform === 'linux')
      expect((refusal as EmbeddedServerError).text.en).toContain(`(pid ${process.pid})`);
  });

  it('starts in spite of a pid file whose pid now belongs to another process, and leaves that process alone', async () => {
    const first = await start();
    await first.stop();
    const other = spawn('sleep', ['600']);
    const data = join(place.path, 'postgres', 'data');
    await writeFile(
      join(data, 'postmaster.pid'),
      `${other.pid}\n${data}\n1700000000\n15432\n\n127.0.0.1\n  1 2\nready\n`,
    );

    const second = await start();
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(other.exitCode).toBeNull();
    expect(other.signalCode).toBeNull();
    other.kill();
  });

  it('starts afresh where the first start was cut off half-way', async () => {
    await mkdir(join(place.path, 'postgres', 'data.new-1', 'base'), { recursive: true });

    const postgres = await start();
    expect(await query(postgres.url, 'SELECT current_user AS name')).toEqual([{ name: 'gongyou' }]);
  });

  it('refuses data of another major version', async () => {
    const first = await start();
    await first.stop();
    await writeFile(join(place.path, 'postgres', 'data', 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toMatchObject({ code: 'standalone.postgres.otherVersion' });
  });

  it('says in its own words why it does not start', async () => {
    await expect(start({ parameters: { max_connections: 'many' } })).rejects.toThrow(
      'invalid value for parameter "max_connections": "many"',
    );
  });
});

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows as unknown[];
  } finally {
    await client.end();
  }
}

const fail = (error: Error) => {
  throw error;
};
