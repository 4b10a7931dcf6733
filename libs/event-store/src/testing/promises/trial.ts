import type { Append, AppendResult, CommandMark, Envelope, StoredEvent } from '@gongyou/contracts';
import { uuidv7 } from 'uuidv7';
import type { EventStore } from '../../event-store.port';

/** What a store is, beside its promises, to those who put them to the test. */
export interface StoreTraits {
  /** The most that the data of one event may weigh, in bytes; unbounded when absent. */
  mostEventBytes?: number;
  /** What one append may weigh, in bytes, and no append of more data is taken; unbounded when absent. */
  mostAppendBytes?: number;
  /** How many events the longest stream of the trial holds: 100,000, unless the store is too slow a likeness for it. */
  longestStream?: number;
  /** Breaks every connection between the store and where it keeps the events, as a failing network does. */
  breakConnections?: () => Promise<void>;
}

/** A promise of the port. `keep` puts it to the test, and throws when the store breaks it. */
export interface StorePromise {
  promise: string;
  keep: (trial: Trial) => Promise<void>;
}

const ANSWERED_WITHIN_MS = 30_000;
const PAGE = 1_000;

/** A store on trial. Nobody else writes to it meanwhile. */
export class Trial {
  constructor(
    readonly store: EventStore,
    readonly traits: StoreTraits = {},
  ) {}

  async append(one: Append): Promise<AppendResult> {
    return (await this.store.append([one]))[0]!;
  }

  /** The newest position. */
  async head(): Promise<number> {
    return (await this.store.readAll({ after: Number.MAX_SAFE_INTEGER, limit: 1 })).head;
  }

  async streamEvents(stream: string): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    for (;;) {
      const page = await this.store.readStream({ stream, from: events.length, limit: PAGE });
      if (page.events.length === 0) return events;
      events.push(...page.events);
    }
  }

  /** Follows the feed from after a position until it has ended and `isOver` said so before; every position as it was seen. */
  async follow(after: number, isOver: () => boolean = () => true): Promise<number[]> {
    const seen: number[] = [];
    for (let through = after; ;) {
      const wasOver = isOver();
      const page = await untilAnswered(() => this.store.readAll({ after: through, limit: 100 }));
      seen.push(...page.events.map(positionOf));
      through = page.through;
      if (wasOver && page.events.length === 0) return seen;
    }
  }
}

/** Asks again as a caller does who heard no answer. */
export async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + ANSWERED_WITHIN_MS; ;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

export const aStream = (): string => `task-${uuidv7()}`;

export const mark = (commandId: string, fingerprint = 'f'): CommandMark => ({ commandId, fingerprint });

export const envelopeOf = ({ entry }: StoredEvent): Envelope => JSON.parse(entry) as Envelope;

export const positionOf = (event: StoredEvent): number => envelopeOf(event).position;

/** All whole numbers from one to below another. */
export const from = (first: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);

/** An answer without the word for whether it is the first one. */
export const answerOf = (result: AppendResult): string => JSON.stringify({ ...result, outcome: '' });
