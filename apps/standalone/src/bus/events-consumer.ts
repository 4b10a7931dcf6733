import { eventContracts, eventSubject } from '@gongyou/contracts';
import { EVENTS_STREAM, eventsConsumerOf } from '@gongyou/messaging';
import { AckPolicy, DeliverPolicy, NatsError, type NatsConnection } from 'nats';

const NOT_FOUND = '404';
const ACK_WAIT_MS = 30_000;
const inOrder = { max_ack_pending: 1 };

/** Whether a subject such as `events.supervision.*` takes in at least one event that the platform has. */
export function isEventsSubject(subject: string): boolean {
  const wanted = subject.split('.');
  return (
    wanted[0] === 'events' && eventContracts().some((contract) => takesIn(wanted, eventSubject(contract).split('.')))
  );
}

/** NATS's own rule: `*` is any one token, `>` at the end one or more. */
function takesIn(wanted: readonly string[], tokens: readonly string[]): boolean {
  const [token, ...rest] = wanted;
  if (token === '>') return rest.length === 0 && tokens.length > 0;
  if (token === undefined || tokens.length === 0) return token === undefined && tokens.length === 0;
  return (token === '*' || token === tokens[0]) && takesIn(rest, tokens.slice(1));
}

/** The durable consumers from which enterprise systems take events (ADR-0010). */
export class EventsConsumers {
  /** `ackWaitMs`: after how long an event that is not acknowledged comes again; 30 s unless told. */
  constructor(
    private readonly connection: NatsConnection,
    private readonly ackWaitMs = ACK_WAIT_MS,
  ) {}

  /**
   * Makes the consumer of a system, from the first event on, one at a time: were several on their way, one that got lost would come
   * behind those after it. One that is there keeps its place; under another subject it begins anew.
   */
  async give(name: string, eventsSubject: string): Promise<void> {
    const { consumers } = await this.connection.jetstreamManager({ checkAPI: false });
    const there = await consumers.info(EVENTS_STREAM, eventsConsumerOf(name)).catch(unlessMissing);
    if (there?.config.filter_subject === eventsSubject) {
      if (there.config.max_ack_pending !== 1) await consumers.update(EVENTS_STREAM, eventsConsumerOf(name), inOrder);
      return;
    }
    if (there) await this.take(name);
    await consumers.add(EVENTS_STREAM, {
      durable_name: eventsConsumerOf(name),
      filter_subject: eventsSubject,
      ack_policy: AckPolicy.Explicit,
      ack_wait: this.ackWaitMs * 1_000_000,
      deliver_policy: DeliverPolicy.All,
      ...inOrder,
    });
  }

  async take(name: string): Promise<void> {
    const { consumers } = await this.connection.jetstreamManager({ checkAPI: false });
    await consumers.delete(EVENTS_STREAM, eventsConsumerOf(name)).catch(unlessMissing);
  }
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof NatsError && error.code === NOT_FOUND) return undefined;
  throw error;
}
