import type { CommandMark } from '@gongyou/contracts';
import { Client, type ClientBase, type QueryConfig, type QueryResultRow } from 'pg';
import type { StoredRow } from '../event-entry';
import { SCHEMA_LOCK, schemaSql } from './schema';

/** The mark of a command as it is stored: where its events stand, or where the ledger stood when it had nothing to add. */
export interface StoredMark extends CommandMark {
  stream: string;
  revision: number;
  position: number;
  events: number;
}

/** One thing that the ledger holds, or a position of which PostgreSQL itself says that it cannot be read any more. */
export type LedgerRecord =
  { event: StoredRow } | { unreadable: { position: number; reason: string } } | { mark: StoredMark };

/** The whole ledger as it stood at one moment, while others go on writing. */
export interface LedgerSnapshot {
  /** The position that the next event would have taken. */
  nextPosition: number;
  /** Events in the order of their positions, each followed by the marks that point to it. May be read more than once. */
  records(): AsyncGenerator<LedgerRecord>;
}

/** Something is stored already where a ledger should be restored. */
export class LedgerNotEmpty extends Error {
  constructor() {
    super('the event store holds events or commands already');
    this.name = 'LedgerNotEmpty';
  }
}

/** The database holds no ledger at all, not even an empty one. */
export class NoLedger extends Error {
  constructor() {
    super('the database holds no ledger');
    this.name = 'NoLedger';
  }
}

const PAGE = 1_000;

/**
 * Reads a PostgreSQL ledger in one view of it that nobody's commits change, and writes nothing: not even the tables, where they are
 * missing. What is read is not judged.
 *
 * @throws NoLedger
 */
export function readLedgerSnapshot<T>(url: string, use: (ledger: LedgerSnapshot) => Promise<T>): Promise<T> {
  return connected(url, async (client) => {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    if (!(await hasTables(client))) throw new NoLedger();
    const { rows } = await client.query<{ next_position: string }>('SELECT next_position FROM ledger.head');
    const result = await use({ nextPosition: Number(rows[0]?.next_position ?? 0), records: () => recordsOf(client) });
    await client.query('COMMIT');
    return result;
  });
}

/**
 * Writes a ledger byte for byte into an empty store: all of it, or nothing when it fails or `records` throws.
 *
 * @throws LedgerNotEmpty
 */
export function writeLedger(
  url: string,
  records: AsyncIterable<{ event: StoredRow } | { mark: StoredMark }>,
): Promise<void> {
  return connected(url, async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [SCHEMA_LOCK]);
    await client.query(schemaSql);
    // Whoever stores events moves the head; nobody does until this transaction ends.
    await client.query('SELECT next_position FROM ledger.head FOR UPDATE');
    if (await holdsSomething(client)) throw new LedgerNotEmpty();

    let nextPosition = 0;
    const events = new Page<StoredRow>((rows) => insertEvents(client, rows));
    const marks = new Page<StoredMark>((rows) => insertMarks(client, rows));
    for await (const record of records) {
      if ('mark' in record) await marks.add(record.mark);
      else {
        nextPosition = record.event.position + 1;
        await events.add(record.event);
      }
    }
    await events.flush();
    await marks.flush();
    await client.query('UPDATE ledger.head SET next_position = $1', [nextPosition]);
    await client.query('COMMIT');
  });
}

/** Whether a ledger can be restored into this database. */
export const isLedgerEmpty = (url: string): Promise<boolean> =>
  connected(url, async (client) => !(await hasTables(client)) || !(await holdsSomething(client)));

async function hasTables(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass('ledger.head') IS NOT NULL AS there");
  return rows[0]!.there;
}

async function holdsSomething(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ some: boolean }>(
    `SELECT EXISTS (SELECT FROM ledger.events) OR EXISTS (SELECT FROM ledger.commands)
         OR EXISTS (SELECT FROM ledger.head WHERE next_position <> 0) AS some`,
  );
  return rows[0]!.some;
}

async function* recordsOf(client: ClientBase): AsyncGenerator<LedgerRecord> {
  const marks = marksOf(client);
  let mark = await marks.next();
  for await (const record of rowsOf(client)) {
    const position = 'event' in record ? record.event.position : record.unreadable.position;
    for (; !mark.done && mark.value.position < position; mark = await marks.next()) yield { mark: mark.value };
    yield record;
    for (; !mark.done && mark.value.position === position; mark = await marks.next()) yield { mark: mark.value };
  }
  for (; !mark.done; mark = await marks.next()) yield { mark: mark.value };
}

async function* marksOf(client: ClientBase): AsyncGenerator<StoredMark, undefined> {
  // A second reading of the same snapshot begins while the cursor of the first may still be open.
  cursors += 1;
  const cursor = `marks_${cursors}`;
  await client.query(
    `DECLARE ${cursor} NO SCROLL CURSOR FOR SELECT command_id, fingerprint, stream, revision, position, events
     FROM ledger.commands ORDER BY position, events DESC, command_id`,
  );
  for (;;) {
    const { rows } = await client.query<MarkRow>(`FETCH ${PAGE} FROM ${cursor}`);
    if (rows.length === 0) break;
    for (const { command_id: commandId, position, ...rest } of rows)
      yield { commandId, ...rest, position: Number(position) };
  }
  await client.query(`CLOSE ${cursor}`);
  return undefined;
}

let cursors = 0;

/**
 * In windows of positions, not by following the positions that were read: one that has changed on the disk must not lead the
 * reading astray.
 */
async function* rowsOf(
  client: ClientBase,
): AsyncGenerator<{ event: StoredRow } | { unreadable: { position: number; reason: string } }> {
  for (let from = await firstFrom(client); from !== undefined; from = await firstFrom(client, from + BigInt(PAGE)))
    yield* windowOf(client, from, BigInt(PAGE));
}

/** The first position from `least` on. Where the index leads to a damaged page, `least` itself: the window then tells what is damaged. */
async function firstFrom(client: ClientBase, least?: bigint): Promise<bigint | undefined> {
  try {
    const [row] = await savepoint<{ first: string | null }>(client, {
      text: 'SELECT min(position) AS first FROM ledger.events WHERE $1::bigint IS NULL OR position >= $1',
      values: [least === undefined ? null : String(least)],
    });
    const first = row!.first;
    return first === null ? undefined : BigInt(first);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return least ?? 0n;
  }
}

async function* windowOf(
  client: ClientBase,
  from: bigint,
  size: bigint,
): AsyncGenerator<{ event: StoredRow } | { unreadable: { position: number; reason: string } }> {
  let rows: EventRow[];
  try {
    rows = await readWindow(client, from, size);
  } catch (error) {
    if (!isDamage(error)) throw error;
    if (size === 1n) yield { unreadable: { position: Number(from), reason: (error as Error).message } };
    else {
      const half = size / 2n;
      yield* windowOf(client, from, half);
      yield* windowOf(client, from + half, size - half);
    }
    return;
  }
  for (const { event_id: eventId, position, ...rest } of rows)
    yield { event: { ...rest, eventId, position: Number(position) } };
}

const readWindow = (client: ClientBase, from: bigint, size: bigint): Promise<EventRow[]> =>
  savepoint<EventRow>(client, {
    name: 'archive-window',
    text: `SELECT position, stream, revision, event_id, type, entry, data, leaf FROM ledger.events
           WHERE position >= $1 AND position < $2 ORDER BY position`,
    values: [String(from), String(from + size)],
  });

/** A query that may fail: a failed statement would end the whole view, so it is taken back to where it began. */
async function savepoint<Row extends QueryResultRow>(client: ClientBase, query: QueryConfig): Promise<Row[]> {
  await client.query('SAVEPOINT before_query');
  try {
    const { rows } = await client.query<Row>(query);
    await client.query('RELEASE SAVEPOINT before_query');
    return rows;
  } catch (error) {
    await client.query('ROLLBACK TO SAVEPOINT before_query');
    throw error;
  }
}

/** SQLSTATE class XX: damaged pages, indexes and compressed values; class 22: bytes that are no text any more. */
const isDamage = (error: unknown): boolean => /^(XX|22)/.test(String((error as { code?: unknown }).code));

const insertEvents = (client: ClientBase, rows: readonly StoredRow[]): Promise<unknown> =>
  client.query({
    name: 'archive-insert-events',
    text: `INSERT INTO ledger.events (position, stream, revision, event_id, type, entry, data, leaf)
           SELECT * FROM unnest($1::bigint[], $2::text[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::bytea[])`,
    values: [
      rows.map((row) => row.position),
      rows.map((row) => row.stream),
      rows.map((row) => row.revision),
      rows.map((row) => row.eventId),
      rows.map((row) => row.type),
      rows.map((row) => row.entry),
      rows.map((row) => row.data),
      rows.map((row) => row.leaf),
    ],
  });

const insertMarks = (client: ClientBase, rows: readonly StoredMark[]): Promise<unknown> =>
  client.query({
    name: 'archive-insert-marks',
    text: `INSERT INTO ledger.commands (command_id, fingerprint, stream, revision, position, events)
           SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::bigint[], $6::int[])`,
    values: [
      rows.map((row) => row.commandId),
      rows.map((row) => row.fingerprint),
      rows.map((row) => row.stream),
      rows.map((row) => row.revision),
      rows.map((row) => row.position),
      rows.map((row) => row.events),
    ],
  });

/** Collects rows until there are enough for one statement. */
class Page<Row> {
  private rows: Row[] = [];

  constructor(private readonly insert: (rows: readonly Row[]) => Promise<unknown>) {}

  async add(row: Row): Promise<void> {
    this.rows.push(row);
    if (this.rows.length === PAGE) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.rows.length > 0) await this.insert(this.rows.splice(0));
  }
}

interface EventRow extends Omit<StoredRow, 'position' | 'eventId'> {
  position: string;
  event_id: string;
}

interface MarkRow extends Omit<StoredMark, 'position' | 'commandId'> {
  position: string;
  command_id: string;
}

/** A connection of its own; closing it takes back what was not committed. */
async function connected<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'gongyou-archive' });
  // What breaks the connection fails the query that waits for it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
