import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

/** A signal, and how long the process may take to end after it before the next signal is sent. */
export interface EndingSignal {
  signal: NodeJS.Signals;
  withinMs: number;
}

/** The command line of a running process, its arguments joined by spaces; undefined when there is none, or only a zombie. */
export async function commandLineOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return commandLine.replaceAll('\0', ' ').trim() || undefined;
  }
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout.trim() || undefined;
}

/**
 * Ends a process that is not our child.
 *
 * @param isIt tells by its command line that the pid still belongs to the process meant; a pid that passed to another process is left alone
 * @returns whether it is gone
 */
export async function endProcess(
  pid: number,
  isIt: (commandLine: string) => boolean,
  signals: readonly EndingSignal[],
): Promise<boolean> {
  const isThere = async () => {
    const commandLine = await commandLineOf(pid);
    return commandLine !== undefined && isIt(commandLine);
  };

  for (const { signal, withinMs } of signals) {
    if (!(await isThere())) return true;
    if (!sent(pid, signal)) return false;
    for (const deadline = Date.now() + withinMs; Date.now() < deadline; await delay(25)) {
      if (!(await isThere())) return true;
    }
  }
  return !(await isThere());
}

/** False when the process belongs to another user. */
function sent(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
