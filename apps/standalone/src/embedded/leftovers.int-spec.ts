import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { temporaryDataFolder } from '../testing/temporary-data-folder';
import { until } from '../testing/until';
import { commandLineOf } from './running-process';

/** Starts both servers as the platform does, in a process and a process group of its own. */
const platform = `
  const { transformFileSync } = require('@swc/core');
  require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, { sourceMaps: false }).code, file);
  const { DataFolder, EmbeddedNats, EmbeddedPostgres, onceToldToStop } = require('./apps/standalone/src/embedded');
  const say = (words) => console.log(JSON.stringify(words));
  const report = ({ en }) => say({ report: en });
  const onLost = (error) => { throw error; };
  (async () => {
    const folder = await DataFolder.open();
    const postgres = await EmbeddedPostgres.start({ folder, port: 0, report, onLost });
    const nats = await EmbeddedNats.start({ folder, port: 0, configuration: '', report, onLost });
    onceToldToStop(async (signal) => {
      say({ stopping: signal, postgres: process.kill(postgres.pid, 0), nats: process.kill(nats.pid, 0) });
      await Promise.all([nats.stop(), postgres.stop()]);
      say({ stopped: true });
    });
    say({ postgres: postgres.pid, nats: nats.pid });
  })().catch((error) => { say({ error: error.text.en }); process.exit(1); });
`;

describe('A platform that is started again', () => {
  let place: Awaited<ReturnType<typeof temporaryDataFolder>>;
  let started: ChildProcess[];

  beforeEach(async () => {
    place = await temporaryDataFolder();
    started = [];
  });

  afterEach(async () => {
    for (const platform of started) {
      if (platform.exitCode !== null || platform.signalCode !== null) continue;
      const exited = once(platform, 'exit');
      platform.kill('SIGTERM');
      await exited;
    }
    await place.remove();
  });

  const start = () => {
    const child = spawn(process.execPath, ['-e', platform], {
      detached: true,
      env: { ...process.env, GONGYOU_DATA: place.path },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    started.push(child);
    const said: Record<string, unknown>[] = [];
    createInterface({ input: child.stdout }).on('line', (line) =>
      said.push(JSON.parse(line) as Record<string, unknown>),
    );
    const pids = async () => {
      const isUp = (words: Record<string, unknown>) => 'nats' in words || 'error' in words;
      await until('both servers run', () => said.some(isUp));
      return said.find(isUp) as { postgres: number; nats: number; error?: string };
    };
    return { child, said, pids };
  };

  it('ends the PostgreSQL and the nats-server that were left behind when it was killed', async () => {
    const first = start();
    const left = await first.pids();
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    expect(await commandLineOf(left.postgres)).toContain('postgres');
    expect(await commandLineOf(left.nats)).toContain('nats-server');

    const second = start();
    const running = await second.pids();
    expect(running.error).toBeUndefined();
    expect(second.said.map(({ report }) => report)).toEqual(
      expect.arrayContaining([
        `Stopping the PostgreSQL left behind by an earlier run (process ${left.postgres})`,
        `Stopping the nats-server left behind by an earlier run (process ${left.nats})`,
      ]),
    );
    expect(await commandLineOf(left.postgres)).toBeUndefined();
    expect(await commandLineOf(left.nats)).toBeUndefined();
  });

  it('recovers when the whole of it was killed, both servers too', async () => {
    const first = start();
    const { postgres, nats } = await first.pids();
    for (const pid of [first.child.pid as number, postgres, nats]) process.kill(pid, 'SIGKILL');
    await once(first.child, 'exit');
    expect((await start().pids()).error).toBeUndefined();
  });

  it('refuses to start while it still runs, and leaves the running one in peace', async () => {
    const first = start();
    const { postgres } = await first.pids();
    expect((await start().pids()).error).toContain(`in use by process ${first.child.pid}`);
    expect(await commandLineOf(postgres)).toContain('postgres');
  });

  it('stops once and in order when Ctrl-C reaches its whole process group, and npm repeats it', async () => {
    const { child, said, pids } = start();
    const running = await pids();
    const exited = once(child, 'exit');
    process.kill(-(child.pid as number), 'SIGINT');
    child.kill('SIGINT');

    expect(await exited).toEqual([0, null]);
    // Both servers were still there when the platform began to stop.
    expect(said.slice(-2)).toEqual([{ stopping: 'SIGINT', postgres: true, nats: true }, { stopped: true }]);
    expect(await commandLineOf(running.postgres)).toBeUndefined();
    expect(await commandLineOf(running.nats)).toBeUndefined();
    expect(await readFile(join(place.path, 'logs', 'postgres.log'), 'utf8')).toContain('database system is shut down');
  });
});
