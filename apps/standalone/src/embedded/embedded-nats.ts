import { execFile } from 'node:child_process';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { DataFolder } from './data-folder';
import { EmbeddedServerError } from './embedded-server.error';
import { freePort } from './port';
import { reportNothing, type Report } from './report';
import { commandLineOf, endProcess, type EndingSignal } from './running-process';
import { ServerLog } from './server-log';
import { ServerProcess, type Watching } from './server-process';

export interface EmbeddedNatsOptions {
  folder: DataFolder;
  /** On the loopback address; 0 for any free one. */
  port: number;
  /** Accounts, users, permissions, limits, in nats-server's own format. The address, the pid file and JetStream's store are added. */
  configuration: string;
  report?: Report;
  onLost: Watching['onLost'];
}

/**
 * A nats-server of this machine's, with JetStream, for this machine only: a child that is started again when it ends
 * unexpectedly, and outlives Ctrl-C: who started it stops it.
 */
export class EmbeddedNats {
  private constructor(
    private readonly server: ServerProcess,
    private readonly place: Place,
  ) {}

  /**
   * Starts the server, after ending one that an earlier run left behind. It answers once this resolves.
   *
   * @throws EmbeddedServerError `standalone.nats.badConfiguration` with the server's own words, `standalone.nats.missing`, or what else is in the way
   */
  static async start({
    folder,
    configuration,
    report = reportNothing,
    onLost,
    ...options
  }: EmbeddedNatsOptions): Promise<EmbeddedNats> {
    const part = await folder.part('nats');
    const file = join(part, 'nats-server.conf');
    const pidFile = join(part, 'nats-server.pid');
    await endLeftover(pidFile, file, report);
    const port = await freePort(options.port, 'NATS_PORT');
    const place = {
      file,
      pidFile,
      store: join(part, 'jetstream'),
      port,
      log: new ServerLog(join(await folder.part('logs'), 'nats.log')),
    };

    await rename(await checked(place, configuration), file);
    const program = {
      name: 'nats-server',
      command: 'nats-server',
      args: ['-c', file],
      options: { cwd: part, env: environment() },
      answers: () => greets(port),
      // JetStream reads its whole store first.
      readyWithinMs: 60_000,
      ending: stop,
      log: place.log,
    };
    return new EmbeddedNats(await ServerProcess.start(program, { report, onLost }), place);
  }

  get url(): string {
    return `nats://127.0.0.1:${this.place.port}`;
  }

  get pid(): number {
    return this.server.pid;
  }

  /**
   * Makes the running server take another configuration; connections stay, except those of users who are no longer let in.
   *
   * @throws EmbeddedServerError `standalone.nats.badConfiguration` or `standalone.nats.notReloaded`; the server then goes on with the one before
   */
  async reload(configuration: string): Promise<void> {
    const { file, log } = this.place;
    const before = await readFile(file, 'utf8');
    await rename(await checked(this.place, configuration), file);
    const answer = log.next(/Reloaded server configuration|Failed to reload server configuration/, 10_000);
    this.server.signal('SIGHUP');
    const line = await answer;
    if (line?.includes('Reloaded')) return;
    await writeFile(file, before, { mode: 0o600 });
    throw new EmbeddedServerError('standalone.nats.notReloaded', {
      reason: line?.replace(/^.*configuration: /, '') ?? 'no answer to SIGHUP',
    });
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }
}

interface Place {
  file: string;
  pidFile: string;
  store: string;
  port: number;
  log: ServerLog;
}

const stop: readonly EndingSignal[] = [
  { signal: 'SIGTERM', withinMs: 10_000 },
  { signal: 'SIGKILL', withinMs: 5_000 },
];

/** Debian installs nats-server where the path of an ordinary user does not lead. Our own settings, passwords among them, are none of its business. */
const environment = () => ({
  ...process.env,
  PATH: [process.env.PATH, '/usr/local/sbin', '/usr/sbin', '/sbin'].join(delimiter),
});

/** Writes a configuration beside the one in use and lets nats-server check it. */
async function checked({ file, pidFile, store, port }: Place, configuration: string): Promise<string> {
  const candidate = `${file}.new`;
  const own = [
    'server_name: gongyou',
    `listen: "127.0.0.1:${port}"`,
    `pid_file: ${JSON.stringify(pidFile)}`,
    `jetstream { store_dir: ${JSON.stringify(store)} }`,
  ];
  await writeFile(candidate, [...own, configuration, ''].join('\n'), { mode: 0o600 });
  try {
    await promisify(execFile)('nats-server', ['-c', candidate, '-t'], { env: environment() });
  } catch (error) {
    const { code, stderr = '' } = error as { code?: string | number; stderr?: string };
    if (code === 'ENOENT') throw new EmbeddedServerError('standalone.nats.missing', undefined, { cause: error });
    throw new EmbeddedServerError('standalone.nats.badConfiguration', {
      reason: reasonIn(stderr, candidate, own.length),
    });
  }
  return candidate;
}

/** nats-server's words, with the line numbers of the configuration as it was given. */
const reasonIn = (stderr: string, candidate: string, linesBefore: number) =>
  stderr
    .replace(/^nats-server: /, '')
    .replaceAll(`${candidate}:`, 'line ')
    .replace(/line (\d+)/g, (_, line: string) => `line ${Number(line) - linesBefore}`)
    .trim();

/** A server of an earlier run that was killed, if its pid is still its own. */
async function endLeftover(pidFile: string, configurationFile: string, report: Report): Promise<void> {
  const pid = Number(await readFile(pidFile, 'utf8').catch(() => '0'));
  const isOurs = (commandLine: string) => commandLine.includes(`-c ${configurationFile}`);
  if (!isOurs((await commandLineOf(pid)) ?? '')) return;
  report({
    zh: `正在停止上次遗留的 nats-server（进程 ${pid}）`,
    en: `Stopping the nats-server left behind by an earlier run (process ${pid})`,
  });
  if (!(await endProcess(pid, isOurs, stop)))
    throw new EmbeddedServerError('standalone.server.leftoverStays', { server: 'nats-server', pid });
}

/** nats-server speaks first: INFO, as soon as it takes connections. */
function greets(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 2_000 });
    socket.once('data', (greeting) => {
      socket.destroy();
      if (greeting.toString().startsWith('INFO')) resolve();
      else reject(new Error(`What listens on port ${port} is not a nats-server`));
    });
    socket.once('error', reject);
    socket.once('timeout', () => socket.destroy(new Error('timeout')));
  });
}
