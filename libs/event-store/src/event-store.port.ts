import type { Append, AppendResult, CommandMark, EventPage, FeedRequest, ReadRequest } from '@gongyou/contracts';

/**
 * Where events are kept. There is no update and no delete.
 *
 * - **Durability**: what `append` answers as stored has been flushed to disk. A process or machine that dies afterwards loses none of it.
 * - **Atomicity**: the events of one append are stored together or not at all. Appends of one call stand or fall each by itself.
 * - **Ordering**: positions are 0, 1, 2, … without a gap, in the order of commitment. A reader that has seen a position has been
 *   able to see every one before it; `feed` never moves past a position that a slower append could still fill.
 *   Revisions of a stream are 0, 1, 2, … without a gap.
 * - **Idempotency**: for the life of the store. An append whose event ids, or whose command, are stored already stores nothing and
 *   answers `repeated` with the places of the first time, whatever revision it expects. An id with other content is refused.
 * - **Concurrency**: all methods may be called at once, from several processes.
 *
 * A store may bound what one append may weigh (EventStoreDB does); beyond that it throws `AppendTooLarge` and stores nothing.
 * A failure to reach the store throws `StoreUnavailable`: whether something was stored is then unknown, and repeating is safe.
 */
export interface EventStore {
  /** One result per append, in order. `recordedAt` is the time of recording, ISO 8601 in UTC. */
  append(appends: readonly Append[]): Promise<readonly AppendResult[]>;

  /** A stream's events from a revision on. Empty for a stream that does not exist. */
  readStream(request: ReadRequest): Promise<EventPage>;

  /** Events of all streams after a position, in order; does not wait. */
  readAll(request: Omit<FeedRequest, 'waitMs'>): Promise<EventPage>;

  /**
   * What `readAll` would serve, as far as this process has it at hand without asking the store; undefined where it has nothing. A page
   * may end before the newest event of the ledger, and never has a gap. Absent in a store that keeps nothing at hand.
   */
  readAtHand?(request: Omit<FeedRequest, 'waitMs'>): EventPage | undefined;

  /** What is known of a command by its id. */
  findCommand(commandId: string): Promise<StoredCommand | undefined>;

  /** Calls back with the newest position soon after events were stored, by whatever process. Answers how to stop. */
  onCommitted(listener: (head: number) => void): () => void;

  close(): Promise<void>;
}

export interface StoredCommand extends CommandMark {
  result: AppendResult;
}

/** The store cannot be reached or cannot write at the moment. Repeating is safe. */
export class StoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailable';
  }
}

/** What was read is not what was written: some of its bytes have changed. Names the position; the event is not served. */
export class StoredEventAltered extends Error {
  constructor(readonly position: number) {
    super(`the stored event at position ${position} is not what was written`);
    this.name = 'StoredEventAltered';
  }
}
