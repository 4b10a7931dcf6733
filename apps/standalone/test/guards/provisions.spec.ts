import { execFile } from 'node:child_process';
import { join } from 'node:path';

const command = join(__dirname, '..', '..', 'bootstrap', 'provisions.mjs');

describe('npm run provisions', () => {
  it('counts what is carried out of each document, and finds no provision that none of them has', async () => {
    const { code, text } = await new Promise<{ code: number; text: string }>((resolve) => {
      execFile(process.execPath, [command], { maxBuffer: 10_000_000 }, (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, text: stdout + stderr }),
      );
    });
    expect(text).not.toContain('No document has these provisions');
    expect(code).toBe(0);
    const [, covered] = /^all +(\d+)/m.exec(text) ?? [];
    expect(Number(covered)).toBeGreaterThan(20);
  }, 120_000);
});
