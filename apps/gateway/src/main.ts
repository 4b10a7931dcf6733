import 'reflect-metadata';
import { createLog, NestLog, readConfig, runUntilToldToStop } from '@gongyou/messaging';
import { startGateway } from './gateway';
import { GatewayConfig } from './gateway.config';

runUntilToldToStop(async () => {
  const config = readConfig(GatewayConfig, process.env);
  const log = createLog('gateway', config.LOG_LEVEL);
  const gateway = await startGateway({
    bus: { servers: config.NATS_URL, password: config.NATS_PASSWORD },
    databaseUrl: config.DATABASE_URL,
    port: config.GATEWAY_PORT,
    host: config.GATEWAY_HOST,
    logger: new NestLog(log),
    firstAdministrator: { password: config.ADMIN_PASSWORD },
    parameters: { secureCookies: config.GATEWAY_SECURE_COOKIES },
  });
  log.info({ url: gateway.url }, 'the gateway listens');
  // Beside the log on purpose: whoever keeps the logs should not learn it.
  if (gateway.firstPassword)
    process.stderr.write(`First password of admin, to be changed at the first login: ${gateway.firstPassword}\n`);
  return gateway;
});
