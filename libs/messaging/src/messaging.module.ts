import type { PlatformClient } from '@gongyou/contracts';
import { type DynamicModule, Injectable, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { NatsConnection } from 'nats';
import { Caller } from './caller';
import { Access } from './identity/access';
import { OrganizationDirectory } from './identity/organization-directory';
import { NatsLedger } from './ledger/nats-ledger';

/** Token of the service's connection to the bus. */
export const BUS = Symbol('the connection to NATS');

/** Token of the name that the service publishes under. */
export const SERVICE_NAME = Symbol('the name of the service');

/** The bus, the ledger and the directory, for every service but the ledger itself. */
@Module({})
export class MessagingModule {
  static register(connection: NatsConnection, service: PlatformClient): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      providers: [
        { provide: BUS, useValue: connection },
        { provide: SERVICE_NAME, useValue: service },
        { provide: Caller, useValue: new Caller(connection, service) },
        { provide: NatsLedger, useFactory: (caller: Caller) => new NatsLedger(caller), inject: [Caller] },
        {
          provide: OrganizationDirectory,
          useFactory: (ledger: NatsLedger) => new OrganizationDirectory(ledger),
          inject: [NatsLedger],
        },
        {
          provide: Access,
          useFactory: (directory: OrganizationDirectory) => new Access(directory),
          inject: [OrganizationDirectory],
        },
        DirectoryFollower,
      ],
      exports: [BUS, SERVICE_NAME, Caller, NatsLedger, OrganizationDirectory, Access],
    };
  }
}

/** Has the directory follow the ledger as long as the service runs. */
@Injectable()
class DirectoryFollower implements OnModuleInit, OnApplicationShutdown {
  constructor(private readonly directory: OrganizationDirectory) {}

  async onModuleInit(): Promise<void> {
    await this.directory.start();
  }

  /** Does not wait: the directory's last question to the ledger ends with the connection. */
  onApplicationShutdown(): void {
    void this.directory.stop();
  }
}
