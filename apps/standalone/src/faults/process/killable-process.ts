import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A program that runs as a process of its own. */
export interface Program {
  name: string;
  command: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  cwd?: string;
  /** Another user to run as; this one when absent. */
  account?: { uid: number; gid: number } | undefined;
  /** How it is seen to be ready: by words that it writes once, or by asking it. */
  ready: { says: string } | { answers: () => Promise<boolean> };
  /** The signal for an orderly stop; SIGTERM unless told. */
  stopSignal?: NodeJS.Signals;
}

/** A process that ended although nobody ended it, after it had been ready. */
export interface OwnEnding {
  name: string;
  how: string;
  lastWords: string;
}

const START_AGAIN_MS = 250;
const LOOK_AGAIN_MS = 25;
const READY_WITHIN_MS = 60_000;
const KEPT_OUTPUT = 20_000;

/**
 * A process that is killed without warning and started again, and that a supervisor starts again when it ends by itself, as an
 * orchestrator would. It ends with this process at the latest.
 */
export class KillableProcess {
  /** How often it ended by itself after it had been ready: what a robust service never does. */
  readonly ownEndings: OwnEnding[] = [];
  private child: ChildProcess | undefined;
  private said = '';
  /** Whether the process that runs now has been ready. */
  private wasReady = false;
  private isWanted = false;
  private readonly log: WriteStream;

  constructor(
    private readonly program: Program,
    logs: string,
  ) {
    this.log = createWriteStream(join(logs, `${program.name}.log`), { flags: 'a' });
  }

  get name(): string {
    return this.program.name;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts it; does not wait until it is ready. */
  start(): void {
    this.isWanted = true;
    this.run();
  }

  /** Resolves when the process that runs by then answers. Throws when it does not within a minute. */
  async ready(): Promise<void> {
    for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline; await pause(LOOK_AGAIN_MS)) {
      const { child } = this;
      if (!child || hasEnded(child) || !(await this.isReady())) continue;
      if (child === this.child && !hasEnded(child)) {
        this.wasReady = true;
        return;
      }
    }
    throw new Error(`${this.name} was not ready within ${READY_WITHIN_MS / 1000} s:\n${this.said.slice(-2_000)}`);
  }

  /** Ends it as a power failure would, and waits until it is gone. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks it to stop, and answers its exit code; `null` when it had to be killed after `withinMs`. */
  async stop(withinMs = 20_000): Promise<number | null> {
    const late = setTimeout(() => this.child?.kill('SIGKILL'), withinMs);
    try {
      return await this.end(this.program.stopSignal ?? 'SIGTERM');
    } finally {
      clearTimeout(late);
    }
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  private async isReady(): Promise<boolean> {
    const { ready } = this.program;
    return 'says' in ready ? this.wasReady : ready.answers();
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    this.isWanted = false;
    const { child } = this;
    if (!child) return 0;
    if (!hasEnded(child)) {
      const exited = once(child, 'exit');
      child.kill(signal);
      await exited;
    }
    return child.exitCode;
  }

  private run(): void {
    const { command, args, env, cwd, account } = this.program;
    this.said = '';
    this.wasReady = false;
    // In a process group of its own: Ctrl-C must reach the harness alone, which ends everything in order.
    const child = spawn(command, [...args], {
      env,
      cwd,
      ...account,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hear = (chunk: Buffer): void => {
      this.log.write(chunk);
      if (child === this.child) this.take(chunk.toString());
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', (error) => hear(Buffer.from(`${error.message}\n`)));
    child.once('close', (code, signal) => this.ended(child, signal ?? `exit code ${code}`));
    if (child.pid !== undefined) child.once('exit', endWithThisProcess(child.pid));
    this.child = child;
  }

  private take(output: string): void {
    const { ready } = this.program;
    this.said += output;
    if ('says' in ready && this.said.includes(ready.says)) this.wasReady = true;
    this.said = this.said.slice(-KEPT_OUTPUT);
  }

  private ended(child: ChildProcess, how: string): void {
    if (!this.isWanted || child !== this.child) return;
    // Giving up while it starts is right as long as what it needs is down.
    if (this.wasReady) this.ownEndings.push({ name: this.name, how, lastWords: this.said.slice(-1_500) });
    setTimeout(() => {
      if (this.isWanted && child === this.child) this.run();
    }, START_AGAIN_MS);
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/**
 * However this process ends, a small shell sees its input close and kills the child.
 *
 * @returns calls it off; to be called as soon as the child has ended, for its pid may then pass to another process
 */
function endWithThisProcess(pid: number): () => void {
  const keeper = spawn('/bin/sh', ['-c', 'cat; kill -9 "$1"', 'sh', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keeper.unref();
  (keeper.stdin as Socket).unref();
  return () => void keeper.kill('SIGKILL');
}
