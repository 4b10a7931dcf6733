import type { EventStore } from '@gongyou/event-store';
import { type DynamicModule, Injectable, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { NatsConnection } from 'nats';
import { AppendController } from './append/append.controller';
import { EVENT_STORE } from './event-store.token';
import { Feed } from './read/feed';
import { ReadAhead } from './read/read-ahead';
import { ReadController } from './read/read.controller';
import { Relay } from './relay/relay';

/** The event store's front door. */
@Module({})
export class LedgerModule {
  static register(connection: NatsConnection, store: EventStore, replicas: number): DynamicModule {
    return {
      module: LedgerModule,
      controllers: [AppendController, ReadController],
      providers: [
        { provide: EVENT_STORE, useValue: store },
        { provide: Feed, useFactory: () => new Feed(store) },
        { provide: ReadAhead, useFactory: () => new ReadAhead(store) },
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
