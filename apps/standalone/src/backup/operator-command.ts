import { join, resolve } from 'node:path';
import { WrongSettings } from '@gongyou/messaging';
import { DataFolder, EmbeddedServerError, type Report } from '../embedded';
import { BackupError } from './backup.error';

/** Runs a command of the operator's. What is in its way is told in words; the process then ends with exit code 1. */
export function runCommand(command: () => Promise<void>): void {
  command().catch((error: unknown) => {
    const isExpected =
      error instanceof BackupError ||
      error instanceof EmbeddedServerError ||
      error instanceof WrongSettings ||
      error instanceof WrongUsage;
    console.error(isExpected ? error.message : error);
    process.exitCode = 1;
  });
}

/** The command was not given as it must be. */
export class WrongUsage extends Error {
  constructor(usage: string) {
    super(`用法 usage:\n${usage}`);
  }
}

/** Steps go to the error stream: the result alone is on the output. */
export const reportStep: Report = ({ zh, en }) => console.error(`${zh} (${en})`);

/** A file named by the operator, from where npm was called. */
export const fileNamed = (name: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), name);

/** Where the enterprise systems' hashes are kept: named by the operator, else in the data folder. */
export const clientsFolderOf = (named: string | undefined): string =>
  named === undefined ? join(DataFolder.pathOf(process.env), 'nats') : fileNamed(named);
