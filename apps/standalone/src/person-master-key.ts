import { join } from 'node:path';
import { MasterKey } from '../../ledger/src';
import type { DataFolder } from './embedded';

/** The master key of personal data that belongs to a data folder, made at its first start. Throws `WrongMasterKey`. */
export async function personMasterKey({ path }: DataFolder): Promise<MasterKey> {
  const file = join(path, 'person-master-key');
  await MasterKey.makeIn(file);
  return MasterKey.read(file);
}
