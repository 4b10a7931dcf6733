import 'reflect-metadata';
import { createLog, NestLog, readConfig, runUntilToldToStop } from '@gongyou/messaging';
import { OrganizationConfig, startOrganization } from '.';

runUntilToldToStop(async () => {
  const config = readConfig(OrganizationConfig, process.env);
  return startOrganization({
    bus: { servers: config.NATS_URL, password: config.NATS_PASSWORD },
    logger: new NestLog(createLog('organization', config.LOG_LEVEL ?? 'info')),
  });
});
