import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedServerError } from './embedded-server.error';
import type { Report } from './report';
import type { EndingSignal } from './running-process';
import type { ServerLog } from './server-log';

/** A server that runs beside the platform, on this machine only. */
export interface ServerProgram {
  name: string;
  command: string;
  args: readonly string[];
  options: Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'>;
  /** Resolves once the server answers a client; rejects as long as it does not. */
  answers(): Promise<void>;
  /** How long it may take until it answers. */
  readyWithinMs: number;
  ending: readonly EndingSignal[];
  log: ServerLog;
}

export interface Watching {
  report: Report;
  /** The server ended again and again, and is not started any more. */
  onLost: (error: Error) => void;
}

/** A server program kept running: started again, a few times at growing intervals, when it ends without having been told to. */
export class ServerProcess {
  private child: ChildProcess;
  private isStopping = false;
  private revival: Promise<void> = Promise.resolve();
  private endings: number[] = [];

  private constructor(
    private readonly program: ServerProgram,
    private readonly watching: Watching,
  ) {}

  /** @throws EmbeddedServerError `standalone.server.didNotStart` with the server's last lines */
  static async start(program: ServerProgram, watching: Watching): Promise<ServerProcess> {
    const server = new ServerProcess(program, watching);
    await server.run();
    return server;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends the server and keeps it ended. May be called again. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.revival;
    await end(this.child, this.program.ending);
  }

  private async run(): Promise<void> {
    const { name, command, args, options, ending, log } = this.program;
    // In a process group of its own: Ctrl-C reaches the whole group of the terminal, and this server must outlive the services that use it.
    const child = spawn(command, [...args], { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    // Also when this process gives up half-way: no time to wait then, but time to say so.
    const endToo = () => child.kill(ending[0]?.signal);
    process.once('exit', endToo);
    child.once('exit', () => process.off('exit', endToo));
    log.follow(child.stdout);
    log.follow(child.stderr);
    const ended = new Promise<void>((resolve) => {
      child.once('close', resolve);
      child.once('error', (error) => log.add(`${command}: ${error.message}`));
    });

    if (!(await this.isReady(child, ended))) {
      await end(child, [{ signal: 'SIGKILL', withinMs: 5_000 }]);
      throw new EmbeddedServerError('standalone.server.didNotStart', { server: name, log: log.tail() });
    }
    void ended.then(() => {
      if (!this.isStopping) this.revival = this.revive();
    });
  }

  private async isReady(child: ChildProcess, ended: Promise<void>): Promise<boolean> {
    let hasEnded = false;
    void ended.then(() => (hasEnded = true));
    for (const deadline = Date.now() + this.program.readyWithinMs; Date.now() < deadline; await delay(20)) {
      const answers = await Promise.race([
        this.program.answers().then(
          () => true,
          () => false,
        ),
        ended.then(() => false),
      ]);
      if (hasEnded || hasExited(child)) {
        await ended;
        return false;
      }
      if (answers) return true;
    }
    this.program.log.add(`no answer within ${this.program.readyWithinMs} ms`);
    return false;
  }

  private async revive(): Promise<void> {
    const { name, log } = this.program;
    this.watching.report({ zh: `${name} 意外退出，正在重新启动`, en: `${name} ended unexpectedly; starting it again` });
    while (!this.isStopping) {
      this.endings = [...this.endings.filter((at) => at > Date.now() - 60_000), Date.now()];
      if (this.endings.length > 6) {
        this.watching.onLost(
          new EmbeddedServerError('standalone.server.keepsEnding', { server: name, logFile: log.file }),
        );
        return;
      }
      await delay(50 * 2 ** this.endings.length);
      if (this.isStopping) return;
      try {
        await this.run();
        this.watching.report({ zh: `${name} 已恢复`, en: `${name} is back` });
        return;
      } catch (error) {
        log.add(error instanceof Error ? error.message : String(error));
      }
    }
  }
}

async function end(child: ChildProcess, signals: readonly EndingSignal[]): Promise<void> {
  for (const { signal, withinMs } of signals) {
    if (hasExited(child)) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    const patience = new AbortController();
    await Promise.race([exited, delay(withinMs, undefined, { signal: patience.signal }).catch(() => undefined)]);
    patience.abort();
  }
}

const hasExited = (child: ChildProcess) =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
