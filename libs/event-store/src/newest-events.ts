import type { EventPage, FeedRequest, StoredEvent } from '@gongyou/contracts';

/** An event with what a feed picks it by. */
export interface NewestEvent extends StoredEvent {
  type: string;
}

/**
 * The newest events of the feed, kept in memory as they were hashed and committed, so that readers who stand near the end of the
 * ledger cost the store nothing (ADR-0014). Without a gap: what another process has written ends it, and it begins anew behind that.
 */
export class NewestEvents {
  private events: NewestEvent[] = [];
  /** Position of `events[0]`. */
  private first = 0;
  private characters = 0;

  /** @param mostCharacters the most text that is kept, in UTF-16 code units */
  constructor(private readonly mostCharacters: number) {}

  /** Takes in what this process has committed from a position on. */
  take(first: number, events: readonly NewestEvent[]): void {
    if (first !== this.first + this.events.length) {
      this.events = [];
      this.characters = 0;
      this.first = first;
    }
    for (const event of events) {
      this.events.push(event);
      this.characters += weightOf(event);
    }
    // Half at once: the array is copied once in a while and not with every commit.
    if (this.characters > this.mostCharacters) this.dropUntil(this.mostCharacters / 2);
  }

  /** The page that a store would serve, if all of it is kept here; undefined otherwise, also when there is nothing new. */
  page({ after, limit, types }: Omit<FeedRequest, 'waitMs'>): Omit<EventPage, 'head'> | undefined {
    const from = after + 1 - this.first;
    if (from < 0 || from >= this.events.length) return undefined;
    if (!types) {
      const events = this.events.slice(from, from + limit);
      return { events, through: after + events.length };
    }
    const wanted = new Set(types);
    const events: StoredEvent[] = [];
    let next = from;
    for (; next < this.events.length && events.length < limit; next += 1) {
      const event = this.events[next]!;
      if (wanted.has(event.type)) events.push(event);
    }
    return { events, through: this.first + next - 1 };
  }

  private dropUntil(characters: number): void {
    let dropped = 0;
    while (this.characters > characters && dropped < this.events.length) {
      this.characters -= weightOf(this.events[dropped]!);
      dropped += 1;
    }
    this.events = this.events.slice(dropped);
    this.first += dropped;
  }
}

const weightOf = ({ entry, data }: NewestEvent): number => entry.length + data.length;
