import type { Envelope, StoredEvent } from '@gongyou/contracts';
import {
  isLedgerEmpty,
  leafHashOf,
  type LedgerSnapshot,
  readLedgerSnapshot,
  type StoredMark,
  type StoredRow,
  writeLedger,
} from '@gongyou/event-store';
import { type LedgerFindings, Verification } from '../verify/verification';
import { findingsOf } from '../verify/verify-ledger';

/**
 * What a backup keeps of a ledger: each event's two texts, in the order of positions, and each command's mark behind the event that it
 * points to. Everything else that a store keeps of an event follows from its entry.
 */
export type ArchivedRecord = { event: StoredEvent } | { mark: StoredMark };

/** A ledger as it stood at one moment, found intact. */
export interface ArchivedLedger {
  findings: LedgerFindings;
  records(): AsyncGenerator<ArchivedRecord>;
}

/** A ledger in which something is not what was written: neither backed up nor restored. */
export class LedgerNotIntact extends Error {
  constructor(readonly findings: LedgerFindings) {
    super(`the ledger is not intact: ${findings.findingCount} findings`);
    this.name = 'LedgerNotIntact';
  }
}

/** What was restored is intact and yet not what the backup says that it holds. */
export class OtherLedger extends Error {
  constructor() {
    super('the events do not have the Merkle root that the backup names');
    this.name = 'OtherLedger';
  }
}

export { isLedgerEmpty };

/**
 * Hands over a ledger in PostgreSQL as it stands now, while others go on writing. It is judged first: a backup of a damaged ledger
 * would be taken for a good one.
 *
 * @throws LedgerNotIntact, NoLedger
 */
export const archiveLedger = <T>(url: string, keep: (ledger: ArchivedLedger) => Promise<T>): Promise<T> =>
  readLedgerSnapshot(url, async (snapshot) => {
    const findings = await findingsOf(snapshot);
    if (!findings.isIntact) throw new LedgerNotIntact(findings);
    return keep({ findings, records: () => archived(snapshot) });
  });

/**
 * Restores a ledger into an empty store, byte for byte: all of it, or nothing.
 *
 * @param rootHash what the events must add up to, hexadecimal
 * @throws LedgerNotEmpty, LedgerNotIntact, OtherLedger, and whatever `records` throws
 */
export async function restoreLedger(
  url: string,
  records: AsyncIterable<ArchivedRecord>,
  rootHash: string,
): Promise<void> {
  await writeLedger(url, judged(records, rootHash));
}

/** Judges the ledger that a backup holds, and writes it nowhere. */
export async function judgeArchive(records: AsyncIterable<ArchivedRecord>): Promise<LedgerFindings> {
  const verification = new Verification();
  for await (const record of records) verification.take(stored(record));
  return verification.result();
}

async function* archived(snapshot: LedgerSnapshot): AsyncGenerator<ArchivedRecord> {
  for await (const record of snapshot.records()) {
    if ('mark' in record) yield record;
    else if ('event' in record) yield { event: { entry: record.event.entry, data: record.event.data } };
  }
}

async function* judged(
  records: AsyncIterable<ArchivedRecord>,
  rootHash: string,
): AsyncGenerator<{ event: StoredRow } | { mark: StoredMark }> {
  const verification = new Verification();
  for await (const record of records) {
    const row = stored(record);
    verification.take(row);
    yield row;
  }
  const findings = verification.result();
  if (!findings.isIntact) throw new LedgerNotIntact(findings);
  if (findings.rootHash !== rootHash) throw new OtherLedger();
}

function stored(record: ArchivedRecord): { event: StoredRow } | { mark: StoredMark } {
  if ('mark' in record) return record;
  const { entry, data } = record.event;
  const { position, stream, revision, eventId, type } = JSON.parse(entry) as Envelope;
  return { event: { position, stream, revision, eventId, type, entry, data, leaf: leafHashOf(entry) } };
}
