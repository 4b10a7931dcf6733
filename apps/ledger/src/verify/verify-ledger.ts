import { type LedgerSnapshot, readLedgerSnapshot } from '@gongyou/event-store';
import { type LedgerFindings, Verification } from './verification';

/**
 * Reads a whole ledger in PostgreSQL, also while it is written to, and judges every event in it. Nothing is changed.
 *
 * @param url `postgres://…`
 * @throws NoLedger
 */
export const verifyLedger = (url: string): Promise<LedgerFindings> => readLedgerSnapshot(url, findingsOf);

/** Judges one view of a ledger. */
export async function findingsOf(ledger: LedgerSnapshot): Promise<LedgerFindings> {
  const verification = new Verification();
  for await (const record of ledger.records()) verification.take(record);
  return verification.result(ledger.nextPosition);
}
