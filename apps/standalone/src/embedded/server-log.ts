import { appendFileSync, renameSync, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';

/**
 * What a server says, in a file that does not grow without bound: beyond the limit the file becomes `<file>.1`, in place of
 * the one before. The last lines are also at hand, for error messages.
 */
export class ServerLog {
  private size: number;
  private readonly latest: string[] = [];
  private readonly listeners = new Set<(line: string) => void>();

  constructor(
    readonly file: string,
    private readonly maxBytes = 5 * 1024 * 1024,
  ) {
    this.size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }

  follow(output: Readable): void {
    createInterface({ input: output }).on('line', (line) => this.add(line));
  }

  add(line: string): void {
    const bytes = Buffer.from(`${line}\n`);
    if (this.size + bytes.length > this.maxBytes && this.size > 0) {
      renameSync(this.file, `${this.file}.1`);
      this.size = 0;
    }
    appendFileSync(this.file, bytes, { mode: 0o600 });
    this.size += bytes.length;
    this.latest.push(line);
    if (this.latest.length > 20) this.latest.shift();
    for (const listener of this.listeners) listener(line);
  }

  /** The last lines, oldest first. */
  tail(): readonly string[] {
    return [...this.latest];
  }

  /** The next line that matches; undefined when none comes in time. */
  next(pattern: RegExp, withinMs: number): Promise<string | undefined> {
    return new Promise((resolve) => {
      const finish = (line?: string) => {
        clearTimeout(timer);
        this.listeners.delete(listener);
        resolve(line);
      };
      const listener = (line: string) => pattern.test(line) && finish(line);
      const timer = setTimeout(finish, withinMs);
      this.listeners.add(listener);
    });
  }
}
