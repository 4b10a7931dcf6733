import type { Envelope } from '@gongyou/contracts';
import { type EventStore, leafHashOf, type LedgerRecord, StoredEventAltered } from '@gongyou/event-store';

const PAGE = 1_000;

/**
 * What a store serves, in the order of positions, for stores whose rows cannot be looked at. An event that the store refuses to serve
 * comes as unreadable; the marks of commands do not come.
 */
export async function* recordsOf(store: EventStore): AsyncGenerator<LedgerRecord> {
  let limit = PAGE;
  for (let after = -1; ;) {
    try {
      const { events, through, head } = await store.readAll({ after, limit });
      for (const { entry, data } of events) {
        const { position, stream, revision, eventId, type } = JSON.parse(entry) as Envelope;
        yield { event: { position, stream, revision, eventId, type, entry, data, leaf: leafHashOf(entry) } };
      }
      limit = PAGE;
      if (events.length === 0 && through >= head) return;
      after = through;
    } catch (error) {
      if (!(error instanceof StoredEventAltered) || error.position <= after) throw error;
      // First what stands before it, in a page that ends there; then it alone.
      limit = error.position - after - 1;
      if (limit > 0) continue;
      yield { unreadable: { position: error.position, reason: error.message } };
      after = error.position;
      limit = PAGE;
    }
  }
}
