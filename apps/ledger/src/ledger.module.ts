import type { EventStore } from '@gongyou/event-store';
import { type DynamicModule, Injectable, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { NatsConnection } from 'nats';
import { AppendController } from './append/append.controller';
import { EVENT_STORE } from './event-store.token';
import { MasterKey } from './personal/master-key';
import { PersonKeys } from './personal/person-keys';
import { PersonalController } from './personal/personal.controller';
import { Sealing } from './personal/sealing';
import { Feed } from './read/feed';
import { ReadController } from './read/read.controller';
import { Relay } from './relay/relay';

/** What the ledger works with. */
export interface LedgerParts {
  store: EventStore;
  keys: PersonKeys;
  masterKey: MasterKey;
  /** Copies of each published event in the NATS cluster. */
  replicas: number;
}

/** The event store's front door. */
@Module({})
export class LedgerModule {
  static register(connection: NatsConnection, { store, keys, masterKey, replicas }: LedgerParts): DynamicModule {
    return {
      module: LedgerModule,
      controllers: [AppendController, ReadController, PersonalController],
      providers: [
        { provide: EVENT_STORE, useValue: store },
        { provide: PersonKeys, useValue: keys },
        { provide: MasterKey, useValue: masterKey },
        { provide: Sealing, useFactory: () => new Sealing(keys, masterKey) },
        { provide: Feed, useFactory: () => new Feed(store) },
        { provide: Relay, useFactory: (feed: Feed) => new Relay(connection, store, feed, replicas), inject: [Feed] },
        LedgerLife,
      ],
    };
  }
}

/** Runs what the ledger does by itself, as long as the ledger runs. */
@Injectable()
class LedgerLife implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly relay: Relay,
    private readonly feed: Feed,
  ) {}

  onModuleInit(): void {
    this.relay.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.feed.stop();
    await this.relay.stop();
  }
}
