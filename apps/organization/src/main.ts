import 'reflect-metadata';
import { createLog, NestLog, readConfig, runUntilToldToStop } from '@gongyou/messaging';
import { OrganizationConfig, startOrganization } from '.';

const config = readConfig(OrganizationConfig, process.env);
const logger = new NestLog(createLog('organization', config.LOG_LEVEL ?? 'info'));

runUntilToldToStop(() =>
  startOrganization({ bus: { servers: config.NATS_URL, password: config.NATS_PASSWORD }, logger }),
);
