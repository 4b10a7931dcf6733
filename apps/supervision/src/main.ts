import 'reflect-metadata';
import { createLog, NestLog, readConfig, runUntilToldToStop } from '@gongyou/messaging';
import { SupervisionConfig, startSupervision } from '.';

runUntilToldToStop(async () => {
  const config = readConfig(SupervisionConfig, process.env);
  return startSupervision({
    bus: { servers: config.NATS_URL, password: config.NATS_PASSWORD },
    closeDaysThrough: config.CLOSE_DAYS_THROUGH,
    logger: new NestLog(createLog('supervision', config.LOG_LEVEL ?? 'info')),
  });
});
