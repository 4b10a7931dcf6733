import { EVENTS_STREAM, inboxPrefixOf } from '@gongyou/messaging';
import {
  createInbox,
  headers as natsHeaders,
  type JetStreamManager,
  type Msg,
  type NatsConnection,
  NatsError,
  RetentionPolicy,
  StorageType,
} from 'nats';
import type { PublishedEvent } from './cloud-event';

const NOT_FOUND = '404';
const ACKNOWLEDGED_WITHIN_MS = 10_000;

/**
 * The JetStream stream of all committed events. Its sequence is the ledger's position plus one: every event is published once, in
 * order and from the first, and each publication names the sequence it must follow. So the stream itself knows how far it has come.
 */
export class EventsStream {
  private constructor(
    private readonly connection: NatsConnection,
    private readonly inboxPrefix: string,
    private readonly manager: JetStreamManager,
    private readonly replicas: number,
  ) {}

  static async open(connection: NatsConnection, replicas: number): Promise<EventsStream> {
    const manager = await connection.jetstreamManager({ checkAPI: false });
    const stream = new EventsStream(connection, inboxPrefixOf('ledger'), manager, replicas);
    await stream.ensure();
    return stream;
  }

  /** The position of the last published event; -1 when none was, or when the stream was lost and made anew. */
  async lastPosition(): Promise<number> {
    const { state } = await this.ensure();
    return state.last_seq - 1;
  }

  /** The id of the event published for a position, if the stream still holds it. */
  async eventIdAt(position: number): Promise<string | undefined> {
    try {
      const message = await this.manager.streams.getMessage(EVENTS_STREAM, { seq: position + 1 });
      return message.header.get('Nats-Msg-Id');
    } catch (error) {
      if (error instanceof NatsError && error.code === NOT_FOUND) return undefined;
      throw error;
    }
  }

  /**
   * Publishes events that follow the last one, in order. Throws when they are not all taken; then the first of them may be published.
   * Only the last one asks for an acknowledgement: the stream takes an event behind its predecessor alone, so it has taken all before.
   */
  async publish(events: readonly PublishedEvent[]): Promise<void> {
    const reply = createInbox(this.inboxPrefix);
    const acknowledgement = this.connection.subscribe(reply, { max: 1 });
    const late = setTimeout(() => acknowledgement.unsubscribe(), ACKNOWLEDGED_WITHIN_MS);
    try {
      for (const [index, { position, eventId, subject, payload }] of events.entries()) {
        const headers = natsHeaders();
        headers.set('Nats-Msg-Id', eventId);
        headers.set('Nats-Expected-Last-Sequence', String(position));
        this.connection.publish(subject, payload, { headers, ...(index === events.length - 1 && { reply }) });
      }
      for await (const answer of acknowledgement) return assertTaken(answer);
    } finally {
      clearTimeout(late);
      acknowledgement.unsubscribe();
    }
    throw new Error(`JetStream did not acknowledge ${events.length} events in time`);
  }

  /** Throws away what is published, because it tells of another history than the ledger's. */
  async startOver(): Promise<void> {
    await this.manager.streams.delete(EVENTS_STREAM);
    await this.ensure();
  }

  private async ensure(): Promise<{ state: { last_seq: number } }> {
    try {
      return await this.manager.streams.info(EVENTS_STREAM);
    } catch (error) {
      if (!(error instanceof NatsError) || error.code !== NOT_FOUND) throw error;
    }
    return this.manager.streams.add({
      name: EVENTS_STREAM,
      subjects: ['events.>'],
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
      num_replicas: this.replicas,
    });
  }
}

/** Throws what the stream says, unless it has taken the event, now or before. */
function assertTaken(acknowledgement: Msg): void {
  const text = acknowledgement.string();
  if (!text.includes('"seq":') || text.includes('"error":'))
    throw new Error(`JetStream refused an event: ${text || 'no stream takes it'}`);
}
