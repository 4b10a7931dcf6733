import { createHash } from 'node:crypto';
import type { Envelope, StoredEvent } from '@gongyou/contracts';
import type { NatsLedger } from '@gongyou/messaging';
import { Client } from 'pg';
import type { Findings } from './findings';

/** An event as the feed served it, with both its texts. */
export interface FedEvent {
  envelope: Envelope;
  stored: StoredEvent;
}

/** The whole feed: positions 0, 1, 2, … without a gap, revisions of each stream likewise, ids and data hashes right. */
export async function readFeed(ledger: NatsLedger, findings: Findings): Promise<FedEvent[]> {
  const events: FedEvent[] = [];
  let page = await ledger.feed({ after: -1, limit: 1_000, waitMs: 0 });
  while (page.events.length > 0) {
    for (const stored of page.events) events.push({ envelope: JSON.parse(stored.entry) as Envelope, stored });
    page = await ledger.feed({ after: page.through, limit: 1_000, waitMs: 0 });
  }
  findings.expect(
    page.head === events.length - 1,
    () => `the feed ends at position ${events.length - 1} and says that the head is ${page.head}`,
  );

  const revisions = new Map<string, number>();
  const ids = new Set<string>();
  for (const [index, { envelope, stored }] of events.entries()) {
    const { position, stream, revision, eventId, dataSha256 } = envelope;
    const next = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    findings.expect(position === index, () => `the feed's event number ${index} stands at position ${position}`);
    findings.expect(
      revision === next,
      () => `position ${position}: stream ${stream} goes from revision ${next - 1} to ${revision}`,
    );
    findings.expect(!ids.has(eventId), () => `position ${position}: event id ${eventId} stands twice`);
    findings.expect(
      sha256(stored.data) === dataSha256,
      () => `position ${position}: the data are not what their hash says`,
    );
    ids.add(eventId);
  }
  findings.count('events', events.length);
  return events;
}

/** The tables themselves: the same events, each with the right leaf hash, a head that follows the last one, no command without its place. */
export async function checkTables(databaseUrl: string, feed: readonly FedEvent[], findings: Findings): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ position: string; entry: string; data: string; leaf: Buffer }>(
      'SELECT position, entry, data, leaf FROM ledger.events ORDER BY position',
    );
    findings.expect(
      rows.length === feed.length,
      () => `the table holds ${rows.length} events, the feed ${feed.length}`,
    );
    for (const [index, { position, entry, data, leaf }] of rows.entries()) {
      const fed = feed[index]?.stored;
      findings.expect(
        fed?.entry === entry && fed.data === data,
        () => `position ${position}: the feed serves other bytes than are stored`,
      );
      findings.expect(
        leafHash(entry).equals(leaf),
        () => `position ${position}: the leaf hash is not that of the entry`,
      );
    }
    const head = await client.query<{ next_position: string }>('SELECT next_position FROM ledger.head');
    const next = head.rows[0]?.next_position;
    findings.expect(
      next === String(rows.length),
      () => `the head stands at ${next}, the events end at ${rows.length - 1}`,
    );
    const lost = await client.query<{ command_id: string; position: string }>(
      `SELECT command_id, c.position FROM ledger.commands c WHERE events <>
         (SELECT count(*) FROM ledger.events e WHERE e.stream = c.stream AND e.revision > c.revision - c.events AND e.revision <= c.revision)`,
    );
    for (const { position } of lost.rows)
      findings.broken.push(`a command is marked as carried out at position ${position}, its events are not there`);
  } finally {
    await client.end();
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** RFC 6962, section 2.1. */
const leafHash = (entry: string): Buffer =>
  createHash('sha256')
    .update(Buffer.from([0]))
    .update(entry)
    .digest();
