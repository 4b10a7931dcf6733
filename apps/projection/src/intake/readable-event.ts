import { type Envelope, type EventPage, type StoredEvent, upcast } from '@gongyou/contracts';
import type { RecordedEvent } from '@gongyou/messaging';
import { type Failure, failureText } from './failure';

/** A stored event, read as far as this code can. */
export interface ReadableEvent {
  envelope: Envelope;
  event?: RecordedEvent;
  failure?: Failure;
}

/** A stretch of the ledger's feed, read. */
export interface ReadPage {
  events: readonly ReadableEvent[];
  /** Last position that was looked at. */
  through: number;
}

export const readPage = ({ events, through }: EventPage): ReadPage => ({ events: events.map(readable), through });

/** What the ledger holds was checked when it was written; here it is only read, and brought to today's version. */
export function readable({ entry, data }: StoredEvent): ReadableEvent {
  const envelope = JSON.parse(entry) as Envelope;
  try {
    const today = upcast(envelope.type, envelope.version, JSON.parse(data) as Record<string, unknown>);
    return { envelope, event: { ...envelope, data: today } };
  } catch (error) {
    return { envelope, failure: { handler: 'contract', error: failureText(error) } };
  }
}
