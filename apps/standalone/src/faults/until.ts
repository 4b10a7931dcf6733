import { setTimeout as pause } from 'node:timers/promises';

/** Whether a condition came to hold within the time; an error counts as «not yet». */
export async function until(holds: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await pause(50)) {
    if (await holds().catch(() => false)) return true;
  }
  return false;
}
