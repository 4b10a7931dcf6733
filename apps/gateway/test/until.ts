import { setTimeout as delay } from 'node:timers/promises';

/** Waits until a condition holds; fails when it does not within ten seconds. */
export async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await delay(20)) if (await holds()) return;
  throw new Error(`waited in vain until ${what}`);
}
