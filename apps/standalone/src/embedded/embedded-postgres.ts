import { randomBytes } from 'node:crypto';
import { execFile } from 'node:child_process';
import { chown, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { DataFolder } from './data-folder';
import { EmbeddedServerError } from './embedded-server.error';
import { freePort } from './port';
import { postgresAccount, type PostgresAccount } from './postgres-account';
import { postgresBinaries } from './postgres-binaries';
import { postgresHome } from './postgres-home';
import { reportNothing, type Report } from './report';
import { commandLineOf, endProcess, type EndingSignal } from './running-process';
import { ServerLog } from './server-log';
import { ServerProcess, type Watching } from './server-process';

export interface EmbeddedPostgresOptions {
  folder: DataFolder;
  /** On the loopback address; 0 for any free one. */
  port: number;
  report?: Report;
  onLost: Watching['onLost'];
  /** Server parameters by name, in place of PostgreSQL's defaults. */
  parameters?: Record<string, string>;
  /** False for tests only: after a power failure the data may be damaged. */
  fsync?: boolean;
}

/**
 * PostgreSQL from an npm package, for this machine only.
 *
 * Its data stay in the data folder from one start to the next. It listens on the loopback address, has no Unix socket, and lets
 * in nobody without its random password. It is started again when it ends unexpectedly, and outlives Ctrl-C: who started it stops it.
 */
export class EmbeddedPostgres {
  private constructor(
    private readonly server: ServerProcess,
    private readonly port: number,
    private readonly password: string,
  ) {}

  /**
   * Starts the server, after ending one that an earlier run left behind; on the first start, makes the data and the database.
   * It answers once this resolves.
   *
   * @throws EmbeddedServerError naming what is in the way, with the server's own log lines where it has any
   */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const { folder, report = reportNothing, onLost, fsync = true } = options;
    const account = await postgresAccount(join(folder.path, 'postgres'));
    const home = await postgresHome(folder.path, account, report);
    const data = join(home, 'data');
    const log = new ServerLog(join(await folder.part('logs'), 'postgres.log'));
    const binaries = await postgresBinaries(home, account);
    const asAccount = {
      cwd: home,
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      uid: account?.uid,
      gid: account?.gid,
    };

    const stored = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => undefined);
    if (stored === undefined) {
      report({ zh: '正在建立数据库', en: 'Making the database' });
      await makeCluster({ home, data, initdb: join(binaries.folder, 'bin', 'initdb'), asAccount, account, fsync });
    } else if (stored.trim() !== binaries.version) {
      throw new EmbeddedServerError('standalone.postgres.otherVersion', {
        data,
        stored: stored.trim(),
        shipped: binaries.version,
      });
    }
    await endLeftover(data, report);

    const password = await readFile(join(home, 'password'), 'utf8');
    const port = await freePort(options.port, 'POSTGRES_PORT');
    const parameters = { ...defaultParameters, ...options.parameters, ...(fsync ? {} : carelessParameters) };
    const settings = { ...parameters, port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: '' };
    const program = {
      name: 'PostgreSQL',
      command: join(binaries.folder, 'bin', 'postgres'),
      args: ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      options: asAccount,
      answers: () => withClient(urlOf('postgres', port, password), () => Promise.resolve()),
      // A big write-ahead log takes its time to be replayed after a crash.
      readyWithinMs: 120_000,
      ending: fastShutdown,
      log,
    };
    const server = await patientlyStarted(() => ServerProcess.start(program, { report, onLost }));
    const postgres = new EmbeddedPostgres(server, port, password);
    await postgres.makeDatabase();
    return postgres;
  }

  /**
   * Of the platform's database on the server that runs in a data folder which another process holds; with the password: never to be
   * logged. Undefined when none runs there.
   */
  static async urlOfRunning(dataFolder: string): Promise<string | undefined> {
    const home = join(dataFolder, 'postgres');
    const claim = await readFile(join(home, 'data', 'postmaster.pid'), 'utf8').catch(() => undefined);
    // PostgreSQL writes its port into the fourth line.
    const port = Number(claim?.split('\n')[3]);
    return port > 0 ? urlOf(database, port, await readFile(join(home, 'password'), 'utf8')) : undefined;
  }

  /** Of the platform's database, with the password: never to be logged. */
  get url(): string {
    return this.urlOf(database);
  }

  get pid(): number {
    return this.server.pid;
  }

  /** Of another database of the same server. */
  urlOf(name: string): string {
    return urlOf(name, this.port, this.password);
  }

  /** Ends open transactions, flushes and ends the server. */
  async stop(): Promise<void> {
    await this.server.stop();
  }

  private async makeDatabase(): Promise<void> {
    await withClient(this.urlOf('postgres'), async (client) => {
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
    });
  }
}

const superuser = 'gongyou';
const database = 'gongyou';

const fastShutdown: readonly EndingSignal[] = [
  { signal: 'SIGINT', withinMs: 30_000 },
  { signal: 'SIGQUIT', withinMs: 5_000 },
  { signal: 'SIGKILL', withinMs: 5_000 },
];

/** Personal data must not reach the log: neither the failing statement, nor its parameters, nor the DETAIL line with the key's values. */
const defaultParameters = {
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
};

const carelessParameters = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

const urlOf = (name: string, port: number, password: string) =>
  `postgresql://${superuser}:${password}@127.0.0.1:${port}/${name}`;

interface NewCluster {
  home: string;
  data: string;
  initdb: string;
  asAccount: { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number };
  account?: PostgresAccount;
  fsync: boolean;
}

/** Made beside its place and moved there when complete, so that an interrupted first start leaves nothing half-made. */
async function makeCluster({ home, data, initdb, asAccount, account, fsync }: NewCluster): Promise<void> {
  const unfinished = (await readdir(home)).filter((name) => name.startsWith('data.new-'));
  await Promise.all(unfinished.map((name) => rm(join(home, name), { recursive: true, force: true })));

  const passwordFile = join(home, 'password');
  await rm(passwordFile, { force: true });
  const file = await open(passwordFile, 'wx', 0o600);
  await file.writeFile(randomBytes(24).toString('hex'));
  await file.close();
  if (account) await chown(passwordFile, account.uid, account.gid);

  const made = join(home, `data.new-${process.pid}`);
  // The built-in C.UTF-8 sorts alike on every machine and keeps doing so when the system's C library changes.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = [`--username=${superuser}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const flush = fsync ? [] : ['--no-sync'];
  try {
    await promisify(execFile)(
      initdb,
      ['--pgdata', made, ...access, ...locale, ...flush, '--no-instructions'],
      asAccount,
    );
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new EmbeddedServerError(
      'standalone.server.didNotStart',
      { server: 'initdb', log: stderr.trim().split('\n') },
      { cause: error },
    );
  }
  await rename(made, data);
}

/** A server of an earlier run that was killed: ended if its pid is still its own, else its claim on the data is lifted. */
async function endLeftover(data: string, report: Report): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  const claim = await readFile(pidFile, 'utf8').catch(() => undefined);
  if (claim === undefined) return;

  const [firstLine = '', ...rest] = claim.split('\n');
  const pid = Number(firstLine);
  const isOurs = (commandLine: string) => commandLine.includes(`-D ${data} `);
  if (isOurs((await commandLineOf(pid)) ?? '')) {
    report({
      zh: `正在停止上次遗留的 PostgreSQL（进程 ${pid}）`,
      en: `Stopping the PostgreSQL left behind by an earlier run (process ${pid})`,
    });
    if (!(await endProcess(pid, isOurs, fastShutdown))) {
      throw new EmbeddedServerError('standalone.server.leftoverStays', { server: 'PostgreSQL', pid });
    }
  }
  if ((await readFile(pidFile, 'utf8').catch(() => undefined)) !== claim) return;
  // PostgreSQL takes any process with this pid for itself and refuses to start, except for its own parent: us. The other lines
  // stay, for by them it finds processes of its own that still hold the shared memory; removing the file would blind it.
  await writeFile(pidFile, [String(process.pid), ...rest].join('\n'));
}

/** The children of a killed server end a moment after it, and until then PostgreSQL rightly refuses to start on their data. */
async function patientlyStarted(start: () => Promise<ServerProcess>): Promise<ServerProcess> {
  for (const deadline = Date.now() + 15_000; ; await delay(200)) {
    try {
      return await start();
    } catch (error) {
      if (
        Date.now() > deadline ||
        !(error instanceof Error) ||
        !error.message.includes('pre-existing shared memory block')
      )
        throw error;
    }
  }
}

async function withClient<Result>(url: string, use: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
