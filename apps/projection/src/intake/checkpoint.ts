import type { EntityManager } from 'typeorm';

/** Somebody else moved the checkpoint, or it was set back: what was about to be written would be written twice. */
export class CheckpointMoved extends Error {
  constructor(expected: number) {
    super(`the checkpoint no longer stands at ${expected}`);
    this.name = 'CheckpointMoved';
  }
}

/** Last position taken in; -1 before the first. */
export async function readCheckpoint(tx: EntityManager): Promise<number> {
  const [row] = await tx.query<{ position: number }[]>('SELECT position FROM checkpoint');
  return row?.position ?? -1;
}

/**
 * Moves the checkpoint by compare-and-set, which also locks it until the transaction ends: of two consumers that believe they are
 * alone, one comes too late. Throws `CheckpointMoved`.
 */
export async function moveCheckpoint(tx: EntityManager, from: number, to: number): Promise<void> {
  const [, moved] = await tx.query<[unknown, number]>('UPDATE checkpoint SET position = $2 WHERE position = $1', [
    from,
    to,
  ]);
  if (moved !== 1) throw new CheckpointMoved(from);
}

/** Keeps every other writer out until the transaction ends. */
export async function lockCheckpoint(tx: EntityManager): Promise<void> {
  await tx.query('SELECT position FROM checkpoint FOR UPDATE');
}
