import { archiveAccounts } from '../../../gateway/src';
import { type ArchivedLedger, archiveLedger, archivePersonKeys, LedgerNotIntact, NoLedger } from '../../../ledger/src';
import { EnterpriseClients } from '../bus/enterprise-clients';
import { BACKUP_VERSION, type BackupRecord, type Manifest, writeBackup } from './backup-file';
import { BackupError } from './backup.error';
import type { Databases } from './databases';

/** Where to back up from, and to. */
export interface BackupSettings extends Databases {
  /** The folder that holds `enterprise-clients.json`, if there is one. */
  clientsFolder: string;
  /** Must not be there yet. */
  file: string;
  now: () => Date;
}

/**
 * Backs up a platform while it runs: the ledger as it stands at one moment, the wrapped keys of persons, the accounts with their
 * grants, and the enterprise systems that may log in. Left out are the master key, which is kept apart from backups
 * (docs/operations.md), sessions, which end, and read models and JetStream, which are built again from the ledger.
 *
 * @throws BackupError
 */
export async function backUp({
  ledgerUrl,
  personKeysUrl,
  gatewayUrl,
  clientsFolder,
  file,
  now,
}: BackupSettings): Promise<Manifest> {
  if (!/^postgres/.test(ledgerUrl)) throw new BackupError('standalone.backup.otherStore', {});
  // Before the ledger, so that every unit over which somebody has a grant is in the ledger that follows.
  const accounts = await archiveAccounts(gatewayUrl);
  const clients = (await EnterpriseClients.open(clientsFolder)).all();

  async function* records(ledger: ArchivedLedger): AsyncGenerator<BackupRecord> {
    for (const account of accounts) yield { account };
    for (const enterpriseClient of clients) yield { enterpriseClient };
    // Read after the ledger's moment: every event of the backup has its key, unless the person was erased since.
    yield* archivePersonKeys(personKeysUrl);
    yield* ledger.records();
  }
  const keep = async (ledger: ArchivedLedger): Promise<Manifest> => {
    const { events, streams, commands, lastPosition, rootHash, firstRecordedAt, lastRecordedAt } = ledger.findings;
    const manifest: Manifest = {
      format: 'gongyou-backup',
      version: BACKUP_VERSION,
      createdAt: now().toISOString(),
      ...{ events, streams, commands, lastPosition, rootHash: rootHash! },
      ...(firstRecordedAt !== undefined && { firstRecordedAt, lastRecordedAt }),
      ...{ accounts: accounts.length, enterpriseClients: clients.length },
    };
    await writeBackup(file, manifest, records(ledger));
    return manifest;
  };

  try {
    return await archiveLedger(ledgerUrl, keep);
  } catch (error) {
    if (error instanceof NoLedger) throw new BackupError('standalone.backup.noLedger', {}, { cause: error });
    if (error instanceof LedgerNotIntact)
      throw new BackupError('standalone.backup.ledgerNotIntact', { findings: error.findings.findingCount });
    throw error;
  }
}
