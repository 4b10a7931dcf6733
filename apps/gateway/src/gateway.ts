import { type BusAddress, connectBus } from '@gongyou/messaging';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NatsConnection } from 'nats';
import type { DataSource } from 'typeorm';
import { openAccountDatabase } from './account/account-database';
import { ensureFirstAdministrator, type FirstAdministrator } from './account/first-administrator';
import { DirectoryFollower } from './bus/directory-follower';
import { GatewayModule } from './gateway.module';
import { type GatewayParameters, usualParameters } from './gateway.parameters';
import { takeBodies } from './http/media-type';
import { ownOriginOnly } from './http/own-origin';
import { logRequests } from './http/request-log';
import { securityHeaders } from './http/security-headers';
import { cutOffSlowRequests } from './http/slow-requests';
import { serveDocumentPage } from './message/document.controller';
import { GatewayMetrics } from './operation/metrics';

/** What a gateway needs to start. */
export interface GatewayOptions {
  bus: Omit<BusAddress, 'user'>;
  /** Its accounts are kept there, in the schema `gateway`. */
  databaseUrl: string;
  /** 0 for any free one. */
  port: number;
  /** The loopback address unless told. */
  host?: string;
  logger: LoggerService;
  firstAdministrator: FirstAdministrator;
  parameters?: Partial<GatewayParameters>;
  /** Shown in the descriptions of the interfaces. */
  version?: string;
}

export interface RunningGateway {
  url: string;
  /** Requests that were taken are answered first. */
  close(): Promise<void>;
  /** Of the account `admin`, when this start made it with a password made up. It is told here and nowhere else. */
  firstPassword?: string;
}

/**
 * Starts the gateway. It needs bus and database at once; the other services it waits for while it runs, and says at `/health/ready`
 * what is missing.
 *
 * @throws Error when the bus or the database cannot be reached or the port is taken (`code: 'EADDRINUSE'`); an account problem when
 * the operator's first password may not be chosen
 */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const parameters = { ...usualParameters, ...options.parameters };
  const database = await openAccountDatabase(options.databaseUrl);
  let connection: NatsConnection | undefined;
  let app: NestExpressApplication | undefined;
  try {
    connection = await connectBus({ ...options.bus, user: 'gateway' });
    app = await application(connection, database, parameters, options);
    await app.listen(options.port, options.host ?? '127.0.0.1');
    // Last, so that a start that fails has not told a password and forgotten it.
    const firstPassword = await ensureFirstAdministrator(
      database,
      options.firstAdministrator,
      parameters.passwordLeastLength,
    );
    return { url: urlOf(app), close: closing(app, connection, database), firstPassword };
  } catch (error) {
    await app?.close();
    await connection?.close();
    await database.destroy();
    throw error;
  }
}

async function application(
  connection: NatsConnection,
  database: DataSource,
  parameters: GatewayParameters,
  { logger, version = '0.1.0' }: GatewayOptions,
): Promise<NestExpressApplication> {
  const metrics = new GatewayMetrics();
  const module = GatewayModule.register({ connection, database, metrics, parameters, version, log: logger });
  const app = await NestFactory.create<NestExpressApplication>(module, {
    logger,
    bodyParser: false,
    abortOnError: false,
  });
  app.set('trust proxy', false);
  app.set('query parser', 'simple');
  app.set('etag', false);
  cutOffSlowRequests(app);
  app.use(logRequests(logger, metrics));
  app.use(securityHeaders(parameters.secureCookies));
  app.use(ownOriginOnly);
  takeBodies(app);
  serveDocumentPage(app);
  return app;
}

const closing = (app: NestExpressApplication, connection: NatsConnection, database: DataSource) => async () => {
  const follower = app.get(DirectoryFollower);
  await app.close();
  if (!connection.isClosed()) await connection.close();
  await follower.ended();
  await database.destroy();
};

function urlOf(app: NestExpressApplication): string {
  const { address, family, port } = app.getHttpServer().address() as { address: string; family: string; port: number };
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
