import 'reflect-metadata';
import { createLog, NestLog, readConfig, runUntilToldToStop } from '@gongyou/messaging';
import { ProjectionConfig, startProjection } from '.';

runUntilToldToStop(async () => {
  const config = readConfig(ProjectionConfig, process.env);
  return startProjection({
    bus: { servers: config.NATS_URL, password: config.NATS_PASSWORD },
    databaseUrl: config.DATABASE_URL,
    logger: new NestLog(createLog('projection', config.LOG_LEVEL ?? 'info')),
  });
});
