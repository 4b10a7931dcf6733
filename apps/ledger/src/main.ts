import 'reflect-metadata';
import { createLog, NestLog, readConfig, runUntilToldToStop } from '@gongyou/messaging';
import { LedgerConfig, startLedger } from '.';

runUntilToldToStop(async () => {
  const config = readConfig(LedgerConfig, process.env);
  return startLedger({
    bus: { servers: config.NATS_URL, password: config.NATS_PASSWORD },
    eventStoreUrl: config.EVENT_STORE_URL,
    ...(config.EVENTS_REPLICAS !== undefined && { replicas: config.EVENTS_REPLICAS }),
    logger: new NestLog(createLog('ledger', config.LOG_LEVEL ?? 'info')),
  });
});
