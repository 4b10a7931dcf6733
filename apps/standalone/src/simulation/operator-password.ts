import { join } from 'node:path';
import { readOperatorFile } from '../bus/operator-file';
import { Untold } from './told';

/** The operator's password of the platform that runs in a data folder now. Throws `Untold` while none does. */
export async function operatorPasswordIn(folder: string): Promise<string> {
  const access = await readOperatorFile(join(folder, 'nats'));
  if (!access) throw new Untold('platform.notRunning', true);
  return access.password;
}
