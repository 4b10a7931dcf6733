import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

const command = join(__dirname, '..', 'bootstrap', 'faults.mjs');

interface Run {
  code: number;
  text: string;
}

/** A run as a user would start it; its data and logs are not kept. */
function faults(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { maxBuffer: 10_000_000 }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
      resolve({ code, text: stdout + stderr });
    });
  });
}

const countOf = ({ text }: Run, what: RegExp): number => Number(what.exec(text)?.[1] ?? 0);

describe('The platform, while its processes are killed, its sockets cut and its database paused', () => {
  it('loses no acknowledged command, carries none out twice, and reads back whole', async () => {
    const run = await faults('--seed', '20261129', '--seconds', '14');
    expect(run.text).toContain('\nPASS\n');
    expect(run.code).toBe(0);
    expect(countOf(run, /acknowledged (\d+)/)).toBeGreaterThan(50);
    const [, stored, received] = /read back: (\d+) events[^]*received (\d+) events/.exec(run.text) ?? [];
    expect(received).toBe(stored);
    expect(run.text).toMatch(/ledger killed \d/);
    expect(run.text).toMatch(/nats killed \d/);
    expect(run.text).toMatch(/sockets reset \d/);
    expect(run.text).toMatch(/postgres paused \d/);
  }, 180_000);

  it('is found out when its ledger acknowledges before it commits', async () => {
    const run = await faults('--seed', '20261134', '--seconds', '12', '--plant', 'acknowledge-before-commit');
    const folder = /data and logs: (\S+)/.exec(run.text)?.[1];
    if (folder) await rm(folder, { recursive: true, force: true });
    expect(run.text).toMatch(/was acknowledged at position [\d, ]+ of task-\S+, and is not in the ledger/);
    expect(run.code).toBe(1);
  }, 180_000);

  it('says how it is used when it is asked for a bug that nobody has planted', async () => {
    const run = await faults('--plant', 'unknown');
    expect(run).toMatchObject({ code: 2 });
    expect(run.text).toContain('--plant acknowledge-before-commit');
  });
});
