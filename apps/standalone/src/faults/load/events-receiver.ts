import { setTimeout as pause } from 'node:timers/promises';
import { EVENTS_STREAM, eventsConsumerOf } from '@gongyou/messaging';
import type { JsMsg, NatsConnection } from 'nats';

const EXPIRES_MS = 2_000;
const PAUSE_MS = 100;

/** An event as an enterprise system received it. */
export interface Receipt {
  id: string;
  position: number;
  /** The CloudEvent, as text. */
  text: string;
}

/**
 * An enterprise system that takes in every event from its durable consumer, as the message API tells it to: once for each id, and
 * acknowledged afterwards. It keeps what it took in, in the order of first receipt.
 */
export class EventsReceiver {
  readonly receipts: Receipt[] = [];
  /** How often an event came that had been taken in before. */
  repeated = 0;
  private readonly takenIn = new Set<string>();
  private isOver = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly name: string,
    private readonly connection: NatsConnection,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isOver) {
      try {
        const consumer = await this.connection.jetstream().consumers.get(EVENTS_STREAM, eventsConsumerOf(this.name));
        while (!this.isOver) {
          const message = await consumer.next({ expires: EXPIRES_MS });
          if (message) this.take(message);
        }
      } catch {
        // Nobody there at the moment: it asks again, as a system does that must not miss anything.
        await pause(PAUSE_MS);
      }
    }
  }

  private take(message: JsMsg): void {
    const text = message.string();
    const { id, position } = JSON.parse(text) as Receipt;
    if (this.takenIn.has(id)) this.repeated += 1;
    else this.receipts.push({ id, position, text });
    this.takenIn.add(id);
    message.ack();
  }
}
