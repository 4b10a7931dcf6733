import type { EventPage, FeedRequest, ReadRequest } from '@gongyou/contracts';

/** The ledger's events as the projection reads them. `NatsLedger` is one. */
export interface EventLog {
  /** Events of all streams in the order of their positions; waits up to `waitMs` for a first one. */
  feed(request: FeedRequest): Promise<EventPage>;
  /** A stream's events from a revision on. */
  readStream(request: ReadRequest): Promise<EventPage>;
}

/** Token of the ledger's events. */
export const EVENT_LOG = Symbol("the ledger's events");
