import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

/** A database of a test's own, empty, on the PostgreSQL that runs for all tests. */
export interface TestDatabase {
  url: string;
  /** Drops it, also while connections are open. */
  drop(): Promise<void>;
}

/** @throws Error when the tests' PostgreSQL is not there: it is started by jest's global set-up, or named by TEST_POSTGRES_URL */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) throw new Error('TEST_POSTGRES_URL is not set: run the tests with jest -c .config/jest.config.cjs');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(server);
  url.pathname = name;
  await query(server, `CREATE DATABASE ${name} TEMPLATE template0`);
  return { url: url.href, drop: () => query(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function query(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Starts a nats-server with JetStream for one test file, on a free port, with a store of its own. It ends with this process at the latest.
 *
 * @param configuration accounts, users, limits in nats-server's format; without it, everybody may do everything
 */
export async function startNatsServer(configuration = ''): Promise<TestNatsServer> {
  const folder = await mkdtemp(join(tmpdir(), 'gongyou-test-nats-'));
  // Another process may take a free port before nats-server does.
  for (let attempt = 1; ; attempt++) {
    const server = new TestNatsServer(folder, await freePort(), await freePort(), configuration);
    try {
      await server.start();
      return server;
    } catch (error) {
      if (attempt === 3 || !String(error).includes('address already in use')) {
        await server.stop();
        throw error;
      }
    }
  }
}

/** A real nats-server that a test may kill, restart and configure anew; port and store stay. */
export class TestNatsServer {
  readonly url: string;
  /** Base address of nats-server's own HTTP monitoring (`/varz`, `/connz`, `/jsz`). */
  readonly monitor: string;
  private child?: ChildProcess;
  private output = '';

  constructor(
    private readonly folder: string,
    readonly port: number,
    private readonly monitorPort: number,
    private configuration: string,
  ) {
    this.url = `nats://127.0.0.1:${port}`;
    this.monitor = `http://127.0.0.1:${monitorPort}`;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** @throws Error with the server's own words when it does not come up */
  async start(): Promise<void> {
    const file = await this.write();
    this.output = '';
    const child = spawn('nats-server', ['-c', file], {
      env: { PATH: pathWithSystemFolders() },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const collect = (chunk: Buffer) => (this.output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => (this.output += error.message));
    let hasEnded = false;
    child.once('close', () => (hasEnded = true));
    this.child = child;
    if (child.pid) child.once('exit', endWithThisProcess(child.pid, this.folder));

    for (const deadline = Date.now() + 10_000; !(await greets(this.port)); await delay(10)) {
      if (hasEnded || Date.now() > deadline) throw new Error(`nats-server did not start: ${this.output}`);
    }
    if (hasEnded) throw new Error(`nats-server did not start: ${this.output}`);
  }

  /** Ends the server and waits until it is gone: SIGKILL as in a power failure, SIGTERM as in an orderly stop. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const { child } = this;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  /** Stops the server, if it still runs, and starts it again with the same port, store and configuration. */
  async restart(): Promise<void> {
    await this.kill('SIGTERM');
    await this.start();
  }

  /** Kills the server and starts it again without anything that JetStream had stored. */
  async loseStore(): Promise<void> {
    await this.kill();
    await rm(join(this.folder, 'jetstream'), { recursive: true });
    await this.start();
  }

  /** Makes the running server take another configuration. */
  async reload(configuration: string): Promise<void> {
    const before = this.configuration;
    this.configuration = configuration;
    await this.write();
    const said = this.output.length;
    this.child?.kill('SIGHUP');
    for (
      const deadline = Date.now() + 5_000;
      !this.output.slice(said).includes('Reloaded server configuration');
      await delay(10)
    ) {
      if (this.output.slice(said).includes('Failed to reload') || Date.now() > deadline) {
        this.configuration = before;
        throw new Error(`nats-server did not reload: ${this.output.slice(said)}`);
      }
    }
  }

  /** Stops the server and removes its store. */
  async stop(): Promise<void> {
    await this.kill('SIGTERM');
    await rm(this.folder, { recursive: true, force: true });
  }

  private async write(): Promise<string> {
    const file = join(this.folder, 'nats-server.conf');
    const own = [
      `listen: "127.0.0.1:${this.port}"`,
      `http: "127.0.0.1:${this.monitorPort}"`,
      `jetstream { store_dir: ${JSON.stringify(join(this.folder, 'jetstream'))} }`,
    ];
    await writeFile(file, [...own, this.configuration, ''].join('\n'), { mode: 0o600 });
    return file;
  }
}

/**
 * Leaves nothing behind when a test run is interrupted: however this process ends, a small shell sees its input close, kills
 * the server and removes its folder.
 *
 * @returns calls it off; to be called as soon as the server has ended, for its pid may then pass to another process
 */
export function endWithThisProcess(pid: number, folder: string): () => void {
  const script = 'cat; kill -9 "$1"; sleep 1; rm -rf "$2"';
  const keeper = spawn('/bin/sh', ['-c', script, 'sh', String(pid), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keeper.unref();
  (keeper.stdin as Socket).unref();
  return () => void keeper.kill('SIGKILL');
}

/** Debian installs nats-server where the path of an ordinary user does not lead. */
const pathWithSystemFolders = () => [process.env.PATH, '/usr/local/sbin', '/usr/sbin', '/sbin'].join(delimiter);

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** nats-server speaks first, as soon as it takes connections. */
function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
