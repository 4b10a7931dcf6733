import {
  EventStoreDbEventStore,
  isEventStoreDbUrl,
  type LedgerRecord,
  type LedgerSnapshot,
  readLedgerSnapshot,
  StoredEventAltered,
} from '@gongyou/event-store';
import { recordsOf } from './store-records';
import { type LedgerFindings, Verification } from './verification';

/**
 * Reads a whole ledger, also while it is written to, and judges every event in it. Nothing is changed.
 *
 * @param url `postgres://…`, read row by row; or `esdb://…`, read as the store serves it
 * @throws NoLedger, StoreUnavailable
 */
export const verifyLedger = (url: string): Promise<LedgerFindings> =>
  isEventStoreDbUrl(url) ? verifyServed(url) : readLedgerSnapshot(url, findingsOf);

/** Judges one view of a ledger. */
export const findingsOf = (ledger: LedgerSnapshot): Promise<LedgerFindings> =>
  judged(ledger.records(), new Verification(), ledger.nextPosition);

/** Marks of commands stand in the events there, and are sealed with them. */
async function verifyServed(url: string): Promise<LedgerFindings> {
  const verification = new Verification({ marks: false });
  try {
    const store = await EventStoreDbEventStore.open(url);
    try {
      return await judged(recordsOf(store), verification);
    } finally {
      await store.close();
    }
  } catch (error) {
    // A log of which even the order cannot be believed any more is not served at all.
    if (!(error instanceof StoredEventAltered)) throw error;
    verification.takeEnd(error);
    return verification.result();
  }
}

async function judged(
  records: AsyncIterable<LedgerRecord>,
  verification: Verification,
  nextPosition?: number,
): Promise<LedgerFindings> {
  for await (const record of records) verification.take(record);
  return verification.result(nextPosition);
}
