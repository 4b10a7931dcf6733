import { type EventStore, EventStoreDbEventStore, isEventStoreDbUrl, PostgresEventStore } from '@gongyou/event-store';
import { type BusAddress, connectBus, type RunningService, startOn } from '@gongyou/messaging';
import { Logger, type LoggerService } from '@nestjs/common';
import { LedgerModule } from './ledger.module';
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
export { LedgerConfig } from './ledger.config';
export type { Finding } from './verify/finding';
export type { LedgerFindings } from './verify/verification';
export { verifyLedger } from './verify/verify-ledger';
export { LedgerNotEmpty, NoLedger } from '@gongyou/event-store';

/** What the ledger needs to run. */
export interface LedgerSettings {
  bus: Omit<BusAddress, 'user'>;
  /** `postgres://…`, or `esdb://…` or `kurrentdb://…` (with `+discover` for a cluster): which store keeps the events. */
  eventStoreUrl: string;
  /** Copies of each published event in the NATS cluster; 1 unless told. */
  replicas?: number;
  logger: LoggerService;
}

/** Starts the ledger: append, read and feed over NATS, and the relay into JetStream. */
export async function startLedger({
  bus,
  eventStoreUrl,
  replicas = 1,
  logger,
}: LedgerSettings): Promise<RunningService> {
  const store = await openStore(eventStoreUrl);
  const connection = await connectBus({ ...bus, user: 'ledger' });
  const service = await startOn(connection, 'ledger', LedgerModule.register(connection, store, replicas), logger);
  return {
    ...service,
    close: async () => {
      // Requests that wait for the next event are answered now: closing waits for every one that was taken.
      service.app.get(Feed, { strict: false }).stop();
      await service.close();
      await store.close();
    },
  };
}

function openStore(url: string): Promise<EventStore> {
  const logger = new Logger('EventStore');
  const onTrouble = (error: Error): void => logger.warn(error.message);
  return isEventStoreDbUrl(url)
    ? EventStoreDbEventStore.open(url, { onTrouble })
    : PostgresEventStore.open(url, { onTrouble });
}
