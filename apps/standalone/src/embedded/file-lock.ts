import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { commandLineOf } from './running-process';

/**
 * A lock that one process at a time holds, with a note on who holds it.
 *
 * The kernel keeps the lock with the open file and lets go of it when the process ends, however it ends: no stale lock, no
 * pid that meanwhile belongs to another process.
 */
export class FileLock<Note extends { pid: number }> {
  /** A bare descriptor: a FileHandle that nobody refers to is closed by the garbage collector, and the lock would be gone. */
  private constructor(private readonly descriptor: number) {}

  /** @returns the lock, or the note of the process that has it. */
  static async take<Note extends { pid: number }>(path: string, note: Note): Promise<FileLock<Note> | Note> {
    const descriptor = openSync(path, 'a+', 0o600);
    const held = JSON.parse(readFileSync(descriptor, 'utf8') || '{"pid":0}') as Note;
    if (!(await isTaken(descriptor, held.pid))) {
      closeSync(descriptor);
      return held;
    }
    const lock = new FileLock<Note>(descriptor);
    lock.write(note);
    return lock;
  }

  write(note: Note): void {
    ftruncateSync(this.descriptor);
    writeSync(this.descriptor, JSON.stringify(note));
  }

  release(): void {
    closeSync(this.descriptor);
  }
}

/** Node has no call for flock(2); a lock taken by a child on our open file stays with the file, thus with us. */
async function isTaken(descriptor: number, lastHolder: number): Promise<boolean> {
  const { status } = spawnSync('flock', ['-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', descriptor] });
  if (status !== null) return status === 0;
  // Without flock (macOS): as good as a pid can tell.
  return lastHolder === process.pid || !(await commandLineOf(lastHolder))?.includes('node');
}
