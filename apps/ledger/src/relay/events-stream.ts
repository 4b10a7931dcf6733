import { EVENTS_STREAM } from '@gongyou/messaging';
import {
  type JetStreamClient,
  type JetStreamManager,
  NatsError,
  type NatsConnection,
  RetentionPolicy,
  StorageType,
} from 'nats';
import type { PublishedEvent } from './cloud-event';

const NOT_FOUND = '404';

/**
 * The JetStream stream of all committed events. Its sequence is the ledger's position plus one: every event is published once, in
 * order and from the first, and each publication names the sequence it must follow. So the stream itself knows how far it has come.
 */
export class EventsStream {
  private constructor(
    private readonly jetStream: JetStreamClient,
    private readonly manager: JetStreamManager,
    private readonly replicas: number,
  ) {}

  static async open(connection: NatsConnection, replicas: number): Promise<EventsStream> {
    const stream = new EventsStream(
      connection.jetstream(),
      await connection.jetstreamManager({ checkAPI: false }),
      replicas,
    );
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

  /** Publishes events that follow the last one, in order. Throws when one of them does not; those before it are published. */
  async publish(events: readonly PublishedEvent[]): Promise<void> {
    const sent = events.map(({ position, eventId, subject, payload }) =>
      this.jetStream.publish(subject, payload, { msgID: eventId, expect: { lastSequence: position } }),
    );
    const failed = (await Promise.allSettled(sent)).find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
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
