import { setTimeout as delay } from 'node:timers/promises';

/** Waits until a condition holds; an error counts as "not yet". Fails with the last error, or with the words given. */
export async function until(what: string, holds: () => Promise<boolean> | boolean, withinMs = 20_000): Promise<void> {
  let lastError: unknown;
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await delay(20)) {
    try {
      if (await holds()) return;
    } catch (error) {
      lastError = error;
    }
  }
  throw new Error(`Waited ${withinMs} ms in vain until ${what}`, { cause: lastError });
}
