import { ledgerSubjects } from '@gongyou/contracts';
import type { EventStore } from '@gongyou/event-store';
import {
  type DynamicModule,
  Inject,
  Injectable,
  Module,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { NatsConnection } from 'nats';
import { AppendController } from './append/append.controller';
import { EVENT_STORE } from './event-store.token';
import { Feed } from './read/feed';
import { ReadController } from './read/read.controller';
import { Relay } from './relay/relay';

const BUS = Symbol('the connection to NATS');
const RELAY = Symbol('the relay into JetStream');

/** The event store's front door. */
@Module({})
export class LedgerModule {
  static register(connection: NatsConnection, store: EventStore, replicas: number): DynamicModule {
    return {
      module: LedgerModule,
      controllers: [AppendController, ReadController],
      providers: [
        { provide: BUS, useValue: connection },
        { provide: EVENT_STORE, useValue: store },
        { provide: Feed, useFactory: () => new Feed(store) },
        { provide: RELAY, useFactory: (feed: Feed) => new Relay(connection, store, feed, replicas), inject: [Feed] },
        LedgerLife,
      ],
    };
  }
}

/** Runs what the ledger does by itself, as long as the ledger runs. */
@Injectable()
class LedgerLife implements OnModuleInit, OnApplicationShutdown {
  private forget: (() => void) | undefined;

  constructor(
    @Inject(BUS) private readonly connection: NatsConnection,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(RELAY) private readonly relay: Relay,
    private readonly feed: Feed,
  ) {}

  onModuleInit(): void {
    this.forget = this.store.onCommitted((head) => {
      if (!this.connection.isClosed()) this.connection.publish(ledgerSubjects.committed, JSON.stringify({ head }));
    });
    this.relay.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.forget?.();
    this.feed.stop();
    await this.relay.stop();
  }
}
