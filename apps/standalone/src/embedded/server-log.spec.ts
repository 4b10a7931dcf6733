import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerLog } from './server-log';

describe("A server's log", () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'gongyou-log-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('never takes more than twice its limit, and keeps the latest lines', async () => {
    const log = new ServerLog(join(folder, 'nats.log'), 100);
    for (let line = 0; line < 1_000; line++) log.add(`line ${line}`);
    expect((await stat(log.file)).size).toBeLessThanOrEqual(100);
    expect((await stat(`${log.file}.1`)).size).toBeLessThanOrEqual(100);
    expect(await readFile(log.file, 'utf8')).toMatch(/line 999\n$/);
    expect(log.tail().at(-1)).toBe('line 999');
  });

  it('goes on where an earlier run ended', async () => {
    new ServerLog(join(folder, 'nats.log')).add('first');
    new ServerLog(join(folder, 'nats.log')).add('second');
    expect(await readFile(join(folder, 'nats.log'), 'utf8')).toBe('first\nsecond\n');
  });

  it('tells of the next line that matches, and of none in time', async () => {
    const log = new ServerLog(join(folder, 'nats.log'));
    const reloaded = log.next(/Reloaded/, 5_000);
    log.add('something else');
    log.add('[INF] Reloaded');
    expect(await reloaded).toBe('[INF] Reloaded');
    expect(await log.next(/Reloaded/, 1)).toBeUndefined();
  });
});
