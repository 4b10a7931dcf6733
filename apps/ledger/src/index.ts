import { type EventStore, EventStoreDbEventStore, PostgresEventStore } from '@gongyou/event-store';
import { type BusAddress, connectBus, type RunningService, startOn } from '@gongyou/messaging';
import { Logger, type LoggerService } from '@nestjs/common';
import { LedgerModule } from './ledger.module';
import { type MasterKey } from './personal/master-key';
import { PersonKeys } from './personal/person-keys';
import { Feed } from './read/feed';

export {
  type ArchivedLedger,
  type ArchivedRecord,
  archiveLedger,
  isLedgerEmpty,
  judgeArchive,
  LedgerNotIntact,
  OtherLedger,
  restoreLedger,
} from './archive/ledger-archive';
export {
  type ArchivedPersonKey,
  archivePersonKeys,
  OtherPersonKeys,
  restorePersonKeys,
} from './archive/person-key-archive';
export { LedgerConfig } from './ledger.config';
export { MasterKey, WrongMasterKey } from './personal/master-key';
export type { Finding } from './verify/finding';
export type { LedgerFindings } from './verify/verification';
export { verifyLedger } from './verify/verify-ledger';
export { LedgerNotEmpty, NoLedger } from '@gongyou/event-store';

/** What the ledger needs to run. */
export interface LedgerSettings {
  bus: Omit<BusAddress, 'user'>;
  /** `postgres://…` or `esdb://…` (`esdb+discover://…` for a cluster): which store keeps the events. */
  eventStoreUrl: string;
  /** `postgres://…` where the keys of persons are kept; the event store's own database unless told, when that is PostgreSQL. */
  personKeysUrl?: string;
  /** Wraps the keys of persons. The same for every ledger process, for as long as the ledger lives. */
  masterKey: MasterKey;
  /** Copies of each published event in the NATS cluster; 1 unless told. */
  replicas?: number;
  logger: LoggerService;
}

/** Starts the ledger: append, read and feed over NATS, and the relay into JetStream. */
export async function startLedger({
  bus,
  eventStoreUrl,
  personKeysUrl = eventStoreUrl,
  masterKey,
  replicas = 1,
  logger,
}: LedgerSettings): Promise<RunningService> {
  const store = await openStore(eventStoreUrl);
  const keys = await PersonKeys.open(personKeysUrl, masterKey, onTrouble).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const connection = await connectBus({ ...bus, user: 'ledger' });
  const parts = { store, keys, masterKey, replicas };
  const service = await startOn(connection, 'ledger', LedgerModule.register(connection, parts), logger);
  return {
    ...service,
    close: async () => {
      // Requests that wait for the next event are answered now: closing waits for every one that was taken.
      service.app.get(Feed, { strict: false }).stop();
      await service.close();
      await keys.close();
      await store.close();
    },
  };
}

const troubles = new Logger('EventStore');
const onTrouble = (error: Error): void => troubles.warn(error.message);

function openStore(url: string): Promise<EventStore> {
  return url.startsWith('esdb')
    ? EventStoreDbEventStore.open(url, { onTrouble })
    : PostgresEventStore.open(url, { onTrouble });
}
