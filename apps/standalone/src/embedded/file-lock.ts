import { spawnSync } from 'node:child_process';
import { open, type FileHandle } from 'node:fs/promises';
import { commandLineOf } from './running-process';

/**
 * A lock that one process at a time holds, with a note on who holds it.
 *
 * The kernel keeps the lock with the open file and lets go of it when the process ends, however it ends: no stale lock, no
 * pid that meanwhile belongs to another process.
 */
export class FileLock<Note extends { pid: number }> {
  private constructor(private readonly file: FileHandle) {}

  /** @returns the lock, or the note of the process that has it. */
  static async take<Note extends { pid: number }>(path: string, note: Note): Promise<FileLock<Note> | Note> {
    const file = await open(path, 'a+', 0o600);
    const held = JSON.parse((await file.readFile('utf8')) || '{"pid":0}') as Note;
    if (!(await isTaken(file, held.pid))) {
      await file.close();
      return held;
    }
    const lock = new FileLock<Note>(file);
    await lock.write(note);
    return lock;
  }

  async write(note: Note): Promise<void> {
    await this.file.truncate(0);
    await this.file.write(JSON.stringify(note));
  }

  async release(): Promise<void> {
    await this.file.close();
  }
}

/** Node has no call for flock(2); a lock taken by a child on our open file stays with the file, thus with us. */
async function isTaken(file: FileHandle, lastHolder: number): Promise<boolean> {
  const { status } = spawnSync('flock', ['-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', file.fd] });
  if (status !== null) return status === 0;
  // Without flock (macOS): as good as a pid can tell.
  return lastHolder === process.pid || !(await commandLineOf(lastHolder))?.includes('node');
}
