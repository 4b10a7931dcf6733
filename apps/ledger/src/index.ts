import { PostgresEventStore } from '@gongyou/event-store';
import { type BusAddress, connectBus, type RunningService, startOn } from '@gongyou/messaging';
import { Logger, type LoggerService } from '@nestjs/common';
import { LedgerModule } from './ledger.module';

export { LedgerConfig } from './ledger.config';

/** What the ledger needs to run. */
export interface LedgerSettings {
  bus: Omit<BusAddress, 'user'>;
  /** `postgres://…` */
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
  const trouble = new Logger('EventStore');
  const store = await PostgresEventStore.open(eventStoreUrl, { onTrouble: (error) => trouble.warn(error.message) });
  const connection = await connectBus({ ...bus, user: 'ledger' });
  const service = await startOn(connection, 'ledger', LedgerModule.register(connection, store, replicas), logger);
  return {
    ...service,
    close: async () => {
      await service.close();
      await store.close();
    },
  };
}
