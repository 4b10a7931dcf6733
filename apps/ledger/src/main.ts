import 'reflect-metadata';
import { createLog, NestLog, readConfig, runUntilToldToStop } from '@gongyou/messaging';
import { LedgerConfig, MasterKey, startLedger } from '.';

runUntilToldToStop(async () => {
  const config = readConfig(LedgerConfig, process.env);
  return startLedger({
    bus: { servers: config.NATS_URL, password: config.NATS_PASSWORD },
    eventStoreUrl: config.EVENT_STORE_URL,
    masterKey: await MasterKey.read(config.PERSON_MASTER_KEY_FILE),
    ...(config.PERSON_KEYS_URL !== undefined && { personKeysUrl: config.PERSON_KEYS_URL }),
    ...(config.EVENTS_REPLICAS !== undefined && { replicas: config.EVENTS_REPLICAS }),
    logger: new NestLog(createLog('ledger', config.LOG_LEVEL ?? 'info')),
  });
});
