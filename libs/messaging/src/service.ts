import type { PlatformClient } from '@gongyou/contracts';
import type { DynamicModule, INestMicroservice, LoggerService, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NatsConnection } from 'nats';
import { type BusAddress, connectBus } from './connection';
import { MessagingModule } from './messaging.module';
import { NatsStrategy } from './nats-strategy';

/** A service that runs, and how to end it: accepted requests are answered first. */
export interface RunningService {
  app: INestMicroservice;
  connection: NatsConnection;
  close(): Promise<void>;
}

/** Starts a service on the bus under its own name. The instances of a service share its work. */
export async function startService(
  service: PlatformClient,
  module: DynamicModule | Type,
  bus: Omit<BusAddress, 'user'>,
  logger: LoggerService,
): Promise<RunningService> {
  const connection = await connectBus({ ...bus, user: service });
  const root: DynamicModule = {
    module: ServiceModule,
    imports: [MessagingModule.register(connection, service), module],
  };
  return startOn(connection, service, root, logger);
}

/** Starts a service that reaches the ledger by no bus: the ledger itself. */
export async function startOn(
  connection: NatsConnection,
  service: PlatformClient,
  module: DynamicModule,
  logger: LoggerService,
): Promise<RunningService> {
  const app = await NestFactory.createMicroservice(module, {
    strategy: new NatsStrategy(connection, service),
    logger,
    abortOnError: false,
  });
  await app.listen();
  return {
    app,
    connection,
    close: async () => {
      await app.close();
      if (!connection.isClosed()) await connection.drain();
    },
  };
}

class ServiceModule {}
