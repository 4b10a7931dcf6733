import { type RecordedEvent, recordedEvent } from '@gongyou/messaging';
import type { EventLog } from '../intake/event-log';

const PAGE = 500;

/** An event as the history of what it happened to shows it. */
export type HistoryEntry = Pick<
  RecordedEvent,
  'position' | 'eventId' | 'type' | 'occurredAt' | 'actor' | 'client' | 'data'
>;

/** A stream's events up to the position that the rest of an answer was read at. */
export async function streamHistory(log: EventLog, stream: string, position: number): Promise<HistoryEntry[]> {
  const history: RecordedEvent[] = [];
  for (;;) {
    const page = await log.readStream({ stream, from: history.length, limit: PAGE });
    history.push(...page.events.map(recordedEvent));
    if (page.events.length === 0 || history.at(-1)!.position > position) break;
  }
  return history.filter((event) => event.position <= position).map(entryOf);
}

function entryOf(event: RecordedEvent): HistoryEntry {
  const { position, eventId, type, occurredAt, actor, client, data } = event;
  return { position, eventId, type, occurredAt, actor, client, data };
}
