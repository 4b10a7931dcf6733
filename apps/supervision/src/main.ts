import 'reflect-metadata';
import { createLog, NestLog, readConfig, runUntilToldToStop } from '@gongyou/messaging';
import { startSupervision, SupervisionConfig } from '.';

const config = readConfig(SupervisionConfig, process.env);
const logger = new NestLog(createLog('supervision', config.LOG_LEVEL ?? 'info'));

runUntilToldToStop(() =>
  startSupervision({
    bus: { servers: config.NATS_URL, password: config.NATS_PASSWORD },
    closeDaysThrough: config.CLOSE_DAYS_THROUGH,
    logger,
  }),
);
