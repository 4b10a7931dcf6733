import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How the operator's commands reach the platform that runs in this data folder. Whoever can read the file is the operator. */
export interface OperatorAccess {
  servers: string;
  password: string;
}

const fileIn = (folder: string): string => join(folder, 'operator.json');

export const writeOperatorFile = (folder: string, access: OperatorAccess): Promise<void> =>
  writeFile(fileIn(folder), JSON.stringify(access), { mode: 0o600 });

/** The platform stops: its passwords end with it. */
export const removeOperatorFile = (folder: string): Promise<void> => rm(fileIn(folder), { force: true });

/** Undefined when no platform runs in this folder. */
export async function readOperatorFile(folder: string): Promise<OperatorAccess | undefined> {
  try {
    return JSON.parse(await readFile(fileIn(folder), 'utf8')) as OperatorAccess;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
