import type { Bilingual } from '@gongyou/domain';
import { archiveAccounts, type ArchivedAccount, restoreAccounts } from '../../../gateway/src';
import {
  type ArchivedPersonKey,
  type ArchivedRecord,
  isLedgerEmpty,
  judgeArchive,
  OtherPersonKeys,
  restoreLedger,
  restorePersonKeys,
  verifyLedger,
} from '../../../ledger/src';
import { EnterpriseClients } from '../bus/enterprise-clients';
import type { BusClient } from '../bus/nats-configuration';
import { assertWhole, type BackupRecord, type Manifest, readBackup } from './backup-file';
import { BackupError } from './backup.error';
import type { Databases } from './databases';

/** Where to restore from, and to. */
export interface RestoreSettings extends Databases {
  /** The folder in which `enterprise-clients.json` is kept. */
  clientsFolder: string;
  file: string;
}

/**
 * Reads a whole backup and judges all that is in it, writing nothing: that it is complete and unaltered, and that its ledger is intact
 * and the one that it names.
 *
 * @throws BackupError
 */
export async function checkBackup(file: string): Promise<Manifest> {
  // First of all the checksum: only what was written by a backup is taken apart.
  await assertWhole(file);
  const { manifest, records } = await readBackup(file);
  const beside: Beside = { accounts: [], clients: [] };
  const findings = await judgeArchive(ledgerPart(records, beside));
  const isAsNamed =
    findings.isIntact &&
    (['events', 'streams', 'commands', 'lastPosition', 'rootHash'] as const).every(
      (each) => findings[each] === manifest[each],
    ) &&
    beside.accounts.length === manifest.accounts &&
    beside.clients.length === manifest.enterpriseClients;
  if (!isAsNamed)
    throw new BackupError('standalone.backup.damaged', { file, reason: 'it does not hold what it names' });
  return manifest;
}

/**
 * Restores a platform from a backup into an empty place, and verifies the ledger there. The backup is read through before anything is
 * written. Whoever was erased, in the backup or at the target, stays erased (ADR-0015). JetStream's events and the read models are
 * built again when the platform starts.
 *
 * @throws BackupError
 */
export async function restore({
  ledgerUrl,
  personKeysUrl,
  gatewayUrl,
  clientsFolder,
  file,
}: RestoreSettings): Promise<Manifest> {
  if (!/^postgres/.test(ledgerUrl)) throw new BackupError('standalone.backup.otherStore', {});
  const manifest = await checkBackup(file);
  const clients = await EnterpriseClients.open(clientsFolder);
  if (!(await isLedgerEmpty(ledgerUrl))) throw notEmpty({ zh: '事件', en: 'events' });
  if ((await archiveAccounts(gatewayUrl)).length > 0) throw notEmpty({ zh: '账户', en: 'accounts' });
  if (clients.all().length > 0) throw notEmpty({ zh: '企业系统', en: 'enterprise systems' });

  await restoreKeys(personKeysUrl, file);
  const beside: Beside = { accounts: [], clients: [] };
  const { records } = await readBackup(file);
  await restoreLedger(ledgerUrl, ledgerPart(records, beside), manifest.rootHash);
  await restoreAccounts(gatewayUrl, beside.accounts);
  for (const client of beside.clients) await clients.put(client);

  const findings = await verifyLedger(ledgerUrl);
  if (!findings.isIntact || findings.rootHash !== manifest.rootHash)
    throw new Error('the restored ledger is not what was written into it');
  return manifest;
}

/** First of all: an event without its key would be worth nothing. */
async function restoreKeys(personKeysUrl: string, file: string): Promise<void> {
  try {
    await restorePersonKeys(personKeysUrl, personKeysIn((await readBackup(file)).records));
  } catch (error) {
    if (error instanceof OtherPersonKeys) throw notEmpty({ zh: '其他个人密钥', en: 'other keys of persons' });
    throw error;
  }
}

async function* personKeysIn(records: AsyncIterable<BackupRecord>): AsyncGenerator<ArchivedPersonKey> {
  for await (const record of records) {
    if (isLedgerPart(record)) return;
    if (isPersonKey(record)) yield record;
  }
}

const isLedgerPart = (record: BackupRecord): record is ArchivedRecord => 'event' in record || 'mark' in record;

const isPersonKey = (record: BackupRecord): record is ArchivedPersonKey =>
  'masterKeyId' in record || 'personKey' in record || 'erasedPerson' in record;

/** What a backup holds beside the ledger. */
interface Beside {
  accounts: ArchivedAccount[];
  clients: BusClient[];
}

async function* ledgerPart(records: AsyncIterable<BackupRecord>, beside: Beside): AsyncGenerator<ArchivedRecord> {
  for await (const record of records) {
    if ('account' in record) beside.accounts.push(record.account);
    else if ('enterpriseClient' in record) beside.clients.push(record.enterpriseClient);
    else if (isLedgerPart(record)) yield record;
  }
}

const notEmpty = (what: Bilingual): BackupError => new BackupError('standalone.backup.targetNotEmpty', { what });
