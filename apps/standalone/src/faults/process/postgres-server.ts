import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { type PostgresAccount, postgresAccount } from '../../embedded/postgres-account';
import { postgresBinaries } from '../../embedded/postgres-binaries';
import { KillableProcess } from './killable-process';

const SUPERUSER = 'gongyou';

/** A PostgreSQL of its own for one run: flushed as in production, and killed, paused and started again at will. */
export class PostgresServer extends KillableProcess {
  private constructor(
    program: ConstructorParameters<typeof KillableProcess>[0],
    logs: string,
    private readonly port: number,
    private readonly password: string,
    private readonly account: PostgresAccount | undefined,
  ) {
    super(program, logs);
  }

  /** Makes the data in `folder`. It is not started yet. */
  static async make(folder: string, port: number, logs: string): Promise<PostgresServer> {
    const home = join(folder, 'postgres');
    const account = await postgresAccount(home);
    await mkdir(home, { recursive: true, mode: 0o700 });
    if (account) await chown(home, account.uid, account.gid);
    const { folder: binaries } = await postgresBinaries(home, account);
    const password = randomBytes(18).toString('hex');
    const passwordFile = join(home, 'password');
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (account) await chown(passwordFile, account.uid, account.gid);

    const data = join(home, 'data');
    const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
    const access = [`--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    const words = ['--pgdata', data, ...access, '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'];
    await promisify(execFile)(join(binaries, 'bin', 'initdb'), words, { cwd: home, env, ...account });

    const settings = {
      port: String(port),
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '100',
    };
    const program = {
      name: 'postgres',
      command: join(binaries, 'bin', 'postgres'),
      args: ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      env,
      cwd: home,
      account,
      ready: { answers: () => answers(urlOf('postgres', port, password)) },
      stopSignal: 'SIGINT' as const,
    };
    return new PostgresServer(program, logs, port, password, account);
  }

  /** Of a database, with the password; over another port when a link stands between. */
  urlOf(database: string, port = this.port): string {
    return urlOf(database, port, this.password);
  }

  async createDatabase(name: string): Promise<void> {
    const client = new Client({ connectionString: this.urlOf('postgres') });
    await client.connect();
    await client.query(`CREATE DATABASE ${name}`);
    await client.end();
  }

  /** All its processes at once, as when the machine dies: none of them lives on to finish what it was doing. */
  override async kill(): Promise<void> {
    const children = await this.children();
    await super.kill();
    for (const pid of children) sendTo(pid, 'SIGKILL');
  }

  /** All its processes stop where they are. */
  async suspend(): Promise<void> {
    this.signal('SIGSTOP');
    for (const pid of await this.children()) sendTo(pid, 'SIGSTOP');
  }

  async resume(): Promise<void> {
    for (const pid of await this.children()) sendTo(pid, 'SIGCONT');
    this.signal('SIGCONT');
  }

  /** From now on none of its files grows beyond so many bytes, as on a full disk; without a number they may grow again. */
  async limitFiles(bytes?: number): Promise<void> {
    const soft = `--fsize=${bytes ?? 'unlimited'}:`;
    // As the user whom the processes belong to: even root may be denied another's limits in a container.
    for (const pid of [this.pid!, ...(await this.children())]) {
      await promisify(execFile)('prlimit', ['--pid', String(pid), soft], { ...this.account });
    }
  }

  private async children(): Promise<number[]> {
    const { pid } = this;
    const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const parents = await Promise.all(all.map((name) => parentOf(name)));
    return all.filter((_, index) => pid !== undefined && parents[index] === pid).map(Number);
  }
}

const urlOf = (database: string, port: number, password: string): string =>
  `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The process may have ended by now. */
function sendTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function parentOf(pid: string): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The program's name stands in parentheses and may hold anything.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}
