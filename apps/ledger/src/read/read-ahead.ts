import type { EventPage, FeedRequest } from '@gongyou/contracts';
import type { EventStore } from '@gongyou/event-store';
import { LRUCache } from 'lru-cache';

/** Who asks for fewer wants these and no more. */
const LEAST_PAGE = 500;
/** As many readers go through the ledger at once without disturbing each other. A page weighs some megabytes at most. */
const MOST_PAGES = 4;
/** Who does not ask within this time has gone. */
const KEPT_MS = 5_000;

/**
 * Pages that are read before they are asked for: who has been given a full page of old events will ask for the next one, which is read
 * and checked here while he takes in the first.
 */
export class ReadAhead {
  private readonly pages = new LRUCache<string, Promise<EventPage | undefined>>({
    max: MOST_PAGES,
    ttl: KEPT_MS,
    ttlAutopurge: true,
  });

  constructor(private readonly store: EventStore) {}

  /** The page that was read ahead. Only a full one: of another there may be more by now. */
  async taken(request: FeedRequest): Promise<EventPage | undefined> {
    const key = keyOf(request);
    const page = await this.pages.get(key);
    this.pages.delete(key);
    return page?.events.length === request.limit ? page : undefined;
  }

  /** Begins to read what follows a page that was sent, when there is much of it and its events are small. */
  follow(request: FeedRequest, { events, through, head }: EventPage): void {
    if (request.types || request.limit < LEAST_PAGE || through + request.limit > head) return;
    // More than half of it did not fit into a message: what is read ahead would mostly be thrown away.
    if (events.length * 2 < request.limit) return;
    const next = { after: through, limit: request.limit };
    // What fails here is tried again when it is asked for.
    this.pages.set(
      keyOf(next),
      this.store.readAll(next).catch(() => undefined),
    );
  }
}

const keyOf = ({ after, limit, types }: Omit<FeedRequest, 'waitMs'>): string => (types ? '' : `${after}/${limit}`);
