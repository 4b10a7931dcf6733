import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How the operator's commands reach the platform that runs in this data folder. Whoever can read the file is the operator. */
export interface OperatorAccess {
  servers: string;
  password: string;
}

const fileIn = (folder: string): string => join(folder, 'operator.json');

export const writeOperatorFile = (folder: string, access: OperatorAccess): Promise<void> =>
  writeFile(fileIn(folder), JSON.stringify(access), { mode: 0o600 });

/** Undefined when no platform ever ran in this folder. */
export async function readOperatorFile(folder: string): Promise<OperatorAccess | undefined> {
  try {
    return JSON.parse(await readFile(fileIn(folder), 'utf8')) as OperatorAccess;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
