import { type RecordedEvent, recordedEvent } from '@gongyou/messaging';
import type { EventLog } from './event-log';

/** Positions that lie this close together are read in one go. */
const WINDOW = 100;

/** Reads the events at the given positions, which rise, from the ledger; at most `mostBytes` of their data, but at least one. */
export async function citedEvents(
  log: EventLog,
  positions: readonly number[],
  mostBytes: number,
): Promise<Map<number, RecordedEvent>> {
  const wanted = new Set(positions);
  const cited = new Map<number, RecordedEvent>();
  let bytes = 0;
  for (let index = 0; index < positions.length && bytes < mostBytes;) {
    const first = positions[index]!;
    const last = positions.findLast((position) => position < first + WINDOW)!;
    const { events } = await log.feed({ after: first - 1, limit: last - first + 1, waitMs: 0 });
    if (events.length === 0) throw new Error(`the ledger has no event at position ${first}`);
    for (const stored of events) {
      const event = recordedEvent(stored);
      if (!wanted.has(event.position) || (cited.size > 0 && bytes >= mostBytes)) continue;
      cited.set(event.position, event);
      bytes += Buffer.byteLength(stored.data);
    }
    while (cited.has(positions[index]!)) index += 1;
  }
  return cited;
}
