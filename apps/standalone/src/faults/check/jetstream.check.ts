import { eventSubject, findEvent } from '@gongyou/contracts';
import { EVENTS_STREAM } from '@gongyou/messaging';
import type { JetStreamManager, NatsConnection } from 'nats';
import { until } from '../until';
import type { Findings } from './findings';
import type { FedEvent } from './ledger.check';

const READ_AT_ONCE = 100;
const PUBLISHED_WITHIN_MS = 30_000;

interface Published {
  id: string;
  type: string;
  position: number;
  revision: number;
}

/** The stream for integrators: all events, sequence = position + 1, the data byte for byte. Waits until the relay has come to the end. */
export async function checkJetStream(
  bus: NatsConnection,
  feed: readonly FedEvent[],
  findings: Findings,
): Promise<void> {
  const manager = await bus.jetstreamManager({ checkAPI: false });
  const lastSequence = async (): Promise<number> => (await manager.streams.info(EVENTS_STREAM)).state.last_seq;
  const isComplete = await until(async () => (await lastSequence()) >= feed.length, PUBLISHED_WITHIN_MS);
  const { state } = await manager.streams.info(EVENTS_STREAM);
  findings.expect(
    isComplete && state.last_seq === feed.length,
    () => `JetStream ends at sequence ${state.last_seq}, the ledger at position ${feed.length - 1}`,
  );
  findings.expect(
    state.messages === feed.length,
    () => `JetStream holds ${state.messages} messages for ${feed.length} events`,
  );
  for (let from = 0; from < feed.length; from += READ_AT_ONCE) {
    await Promise.all(feed.slice(from, from + READ_AT_ONCE).map((event) => checkMessage(manager, event, findings)));
  }
  findings.count('published', state.messages);
}

async function checkMessage(
  manager: JetStreamManager,
  { envelope, stored }: FedEvent,
  findings: Findings,
): Promise<void> {
  const { position, eventId, type, revision } = envelope;
  try {
    const message = await manager.streams.getMessage(EVENTS_STREAM, { seq: position + 1 });
    const text = message.string();
    const published = JSON.parse(text) as Published;
    const isSame =
      published.id === eventId &&
      published.position === position &&
      published.type === type &&
      published.revision === revision;
    findings.expect(isSame, () => `JetStream holds another event than the ledger at position ${position}`);
    findings.expect(
      message.header.get('Nats-Msg-Id') === eventId,
      () => `JetStream's message of position ${position} carries another id`,
    );
    findings.expect(
      message.subject === eventSubject(findEvent(type)!),
      () => `JetStream has position ${position} under ${message.subject}`,
    );
    findings.expect(
      text.endsWith(`,"data":${stored.data}}`),
      () => `JetStream has other data than the ledger at position ${position}`,
    );
  } catch (error) {
    findings.broken.push(`JetStream does not serve position ${position}: ${(error as Error).message}`);
  }
}
