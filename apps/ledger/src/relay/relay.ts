import { setTimeout as pause } from 'node:timers/promises';
import type { Envelope } from '@gongyou/contracts';
import type { EventStore } from '@gongyou/event-store';
import { Logger } from '@nestjs/common';
import type { NatsConnection } from 'nats';
import type { Feed } from '../read/feed';
import { cloudEvent } from './cloud-event';
import { EventsStream } from './events-stream';

const WINDOW = 500;
const WAIT_MS = 5_000;
const PAUSE_MS = 500;
const GATHER_MS = 20;

/**
 * Hands committed events on to JetStream, in the ledger's order and at least once. It keeps no place of its own: it resumes after the
 * last event that the stream holds, so neither a crash of the ledger nor the loss of JetStream's data makes a gap.
 *
 * Several ledger processes may each run one: the stream takes an event only behind its predecessor, so the slower one finds
 * that the work is done.
 */
export class Relay {
  private running: Promise<void> | undefined;
  private stopped = false;
  private readonly logger = new Logger(Relay.name);

  constructor(
    private readonly connection: NatsConnection,
    private readonly store: EventStore,
    private readonly feed: Feed,
    private readonly replicas: number,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        const stream = await EventsStream.open(this.connection, this.replicas);
        await this.relay(stream, await this.resumeAfter(stream));
      } catch (error) {
        if (this.stopped || this.connection.isClosed()) return;
        this.logger.warn(`publishing to JetStream stopped and is tried again: ${(error as Error).message}`);
        await pause(PAUSE_MS);
      }
    }
  }

  private async relay(stream: EventsStream, last: number): Promise<void> {
    let after = last;
    while (!this.stopped) {
      const page = await this.feed.read({ after, limit: WINDOW, waitMs: WAIT_MS });
      if (page.events.length > 0) {
        await stream.publish(page.events.map(cloudEvent));
        // A page of few events means that few writers pay for many pages: let some more gather.
        if (page.events.length < WINDOW) await pause(GATHER_MS);
      }
      // In quiet times the stream is looked at, so that its loss is noticed before the next event.
      else if ((await stream.lastPosition()) !== after) return;
      after = page.through;
    }
  }

  /** The position after which publication goes on. A stream that tells of another history is made anew. */
  private async resumeAfter(stream: EventsStream): Promise<number> {
    const last = await stream.lastPosition();
    if (last < 0) return -1;
    const published = await stream.eventIdAt(last);
    if (published === undefined || published === (await this.storedIdAt(last))) return last;
    this.logger.error(
      'the JetStream stream EVENTS holds events that are not in this ledger; it is published anew from the ledger',
    );
    await stream.startOver();
    return -1;
  }

  private async storedIdAt(position: number): Promise<string | undefined> {
    const { events } = await this.store.readAll({ after: position - 1, limit: 1 });
    return events[0] && (JSON.parse(events[0].entry) as Envelope).eventId;
  }
}
