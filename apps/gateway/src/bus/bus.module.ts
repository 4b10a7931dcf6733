import { BUS, Caller, NatsLedger, OrganizationDirectory } from '@gongyou/messaging';
import { type DynamicModule, type LoggerService, Module } from '@nestjs/common';
import type { NatsConnection } from 'nats';
import { LOG } from '../gateway.log';
import { DirectoryFollower } from './directory-follower';

/** The bus, the organization tree and the log, for the whole gateway. */
@Module({})
export class BusModule {
  static register(connection: NatsConnection, log: LoggerService): DynamicModule {
    const caller = new Caller(connection, 'gateway');
    return {
      module: BusModule,
      global: true,
      providers: [
        { provide: LOG, useValue: log },
        { provide: BUS, useValue: connection },
        { provide: Caller, useValue: caller },
        { provide: OrganizationDirectory, useValue: new OrganizationDirectory(new NatsLedger(caller)) },
        DirectoryFollower,
      ],
      exports: [LOG, BUS, Caller, OrganizationDirectory, DirectoryFollower],
    };
  }
}
