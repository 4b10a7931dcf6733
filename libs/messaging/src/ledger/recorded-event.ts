import { type Envelope, type StoredEvent, upcast } from '@gongyou/contracts';

/** An event as code reads it: its envelope, and its data in today's version. */
export interface RecordedEvent extends Envelope {
  data: Record<string, unknown>;
}

/** Reads a stored event. Throws `UnknownEvent` when it was written by newer code. */
export function recordedEvent({ entry, data }: StoredEvent): RecordedEvent {
  const envelope = JSON.parse(entry) as Envelope;
  return { ...envelope, data: upcast(envelope.type, envelope.version, JSON.parse(data) as Record<string, unknown>) };
}
