import type { Posting } from './posting.entity';

/** A posting before it is given its event. */
export type Entry = Omit<Posting, 'position' | 'line' | 'eventId'>;

/** What an event changes: entries in the order in which they are posted, and what is remembered for the next event of the stream. */
export interface Booking<Account> {
  entries: Entry[];
  account: Account;
}
