import type { Append, AppendResult, EventPage, FeedRequest, ReadRequest, StoredEvent } from '@gongyou/contracts';
import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Pool, PoolClient } from 'pg';
import { isIntactByHex } from '../event-entry';
import { type EventStore, type StoredCommand, StoredEventAltered, StoreUnavailable } from '../event-store.port';
import { NewestEvents } from '../newest-events';
import { AppendBatch } from './append-batch';
import { boundedPool } from './bounded-connection';
import { CommitListener } from './commit-listener';
import { SCHEMA_LOCK, schemaSql } from './schema';

/** How the adapter may be tuned. */
export interface PostgresEventStoreOptions {
  /** The most events that one transaction commits. */
  batchEvents?: number;
  /** Connections for readers; writing takes one more. */
  readers?: number;
  /** The most text of the newest events that is kept in memory, in UTF-16 code units; 0: none. */
  newestCharacters?: number;
  /** The ledger's clock, for `recordedAt`. */
  now?: () => Date;
  /** Told of trouble with the connection that listens for commits. */
  onTrouble?: (error: Error) => void;
}

interface EventRow {
  position: string;
  stream: string;
  revision: number;
  event_id: string;
  type: string;
  entry: string;
  data: string;
  leaf_hex: string;
}

interface Waiting {
  append: Append;
  resolve: (result: AppendResult) => void;
  reject: (error: unknown) => void;
}

interface Committed {
  results: AppendResult[];
  batch: AppendBatch;
}

/** The ledger as it stood after this process's last commit. True as long as the head has not been moved by another. */
interface View {
  nextPosition: number;
  revisions: LRUCache<string, number>;
  commands: LRUCache<string, StoredCommand>;
}

const UNIQUE_VIOLATION = '23505';

/** Some twenty thousand events: what a reader misses who is away for a second at full load. */
const NEWEST_CHARACTERS = 16 * 1024 * 1024;

/**
 * Events in PostgreSQL. Appends that arrive while a transaction is being flushed share the next one (group commit),
 * so that many writers pay for one flush together.
 */
export class PostgresEventStore implements EventStore {
  private readonly waiting: Waiting[] = [];
  private readonly remembered = {
    revisions: new LRUCache<string, number>({ max: 100_000 }),
    commands: new LRUCache<string, StoredCommand>({ max: 10_000 }),
  };
  /** What this process knows of the ledger since its own last commit; nothing while a commit runs or after one failed. */
  private view: View | undefined;
  private flushing: Promise<void> | undefined;
  private asked: Promise<number> | undefined;
  private readonly newest: NewestEvents;
  private readonly batchEvents: number;
  private readonly now: () => Date;

  private constructor(
    private readonly pool: Pool,
    private readonly listener: CommitListener,
    options: PostgresEventStoreOptions,
  ) {
    this.batchEvents = options.batchEvents ?? 2_000;
    this.newest = new NewestEvents(options.newestCharacters ?? NEWEST_CHARACTERS);
    this.now = options.now ?? (() => new Date());
  }

  /** Connects and sets up the tables where they are missing. Throws `StoreUnavailable`. */
  static async open(url: string, options: PostgresEventStoreOptions = {}): Promise<PostgresEventStore> {
    const settings = { max: (options.readers ?? 8) + 1, application_name: 'gongyou-ledger' };
    const pool = boundedPool(url, settings, options.onTrouble);
    try {
      await inTransaction(pool, async (client) => {
        await client.query('SELECT pg_advisory_xact_lock($1)', [SCHEMA_LOCK]);
        await client.query(schemaSql);
      });
    } catch (error) {
      await pool.end();
      throw unavailable(error);
    }
    const listener = new CommitListener(url, options.onTrouble);
    await listener.start();
    return new PostgresEventStore(pool, listener, options);
  }

  append(appends: readonly Append[]): Promise<readonly AppendResult[]> {
    const results = appends.map(
      (append) => new Promise<AppendResult>((resolve, reject) => this.waiting.push({ append, resolve, reject })),
    );
    this.flushing ??= this.flush();
    return Promise.all(results);
  }

  async readStream({ stream, from, limit }: ReadRequest): Promise<EventPage> {
    const rows = await this.rows(
      `SELECT position, stream, revision, event_id, type, entry, data, encode(leaf, 'hex') AS leaf_hex FROM ledger.events
       WHERE stream = $1 AND revision >= $2 ORDER BY revision LIMIT $3`,
      [stream, from, limit],
    );
    const through = rows.length > 0 ? Number(rows.at(-1)!.position) : -1;
    return { events: servedOfStream(rows, from), through, head: through };
  }

  async readAll(request: Omit<FeedRequest, 'waitMs'>): Promise<EventPage> {
    const full = this.readAtHand(request);
    if (full?.events.length === request.limit) return full;
    if (!request.types && request.after + request.limit <= this.listener.newest)
      return this.readStored(request, this.listener.newest);
    // The head is read first: whatever is stored up to it is visible to the query that follows.
    const head = await this.head();
    if (head <= request.after) return { events: [], through: request.after, head };
    const kept = this.newest.page(request);
    if (kept && kept.through >= head) return { ...kept, head: kept.through };
    return request.types ? this.readTypes(request, request.types, head) : this.readStored(request, head);
  }

  readAtHand(request: Omit<FeedRequest, 'waitMs'>): EventPage | undefined {
    const kept = this.newest.page(request);
    return kept && { ...kept, head: Math.max(kept.through, this.listener.newest) };
  }

  async findCommand(commandId: string): Promise<StoredCommand | undefined> {
    return this.reading(async (client) => {
      const known = await AppendBatch.knownCommands(client, [commandId]);
      return known.get(commandId);
    });
  }

  onCommitted(listener: (head: number) => void): () => void {
    return this.listener.add(listener);
  }

  async close(): Promise<void> {
    await this.flushing;
    await this.listener.stop();
    await this.pool.end();
  }

  private async flush(): Promise<void> {
    try {
      // What has come in the same piece of the wire shares the first commit too.
      await setImmediate();
      while (this.waiting.length > 0) {
        const batch = this.nextBatch();
        try {
          const results = await this.commit(batch.map((each) => each.append));
          batch.forEach((each, index) => each.resolve(results[index]!));
        } catch (error) {
          batch.forEach((each) => each.reject(unavailable(error)));
        }
      }
    } finally {
      this.flushing = undefined;
    }
  }

  private nextBatch(): Waiting[] {
    let events = 0;
    let size = 0;
    while (
      size < this.waiting.length &&
      (size === 0 || events + this.waiting[size]!.append.events.length <= this.batchEvents)
    ) {
      events += this.waiting[size]!.append.events.length;
      size += 1;
    }
    return this.waiting.splice(0, size);
  }

  private async commit(appends: readonly Append[]): Promise<AppendResult[]> {
    const { results, batch } = (await this.commitOnView(appends)) ?? (await this.commitUnderLock(appends));
    this.view = { nextPosition: batch.nextPosition, ...this.keep(batch) };
    if (batch.stored > 0) {
      this.newest.take(batch.nextPosition - batch.stored, batch.newest);
      this.listener.announce(batch.nextPosition - 1);
    }
    return results;
  }

  /**
   * One statement, when nobody else has written since this process did: then what it remembers of the streams is true.
   * Undefined when that did not hold, or when an id turned out to be stored already; nothing is written then.
   */
  private async commitOnView(appends: readonly Append[]): Promise<Committed | undefined> {
    const view = this.view;
    this.view = undefined;
    if (!view) return undefined;
    return withClient(this.pool, async (client) => {
      const streams = [...new Set(appends.map((append) => append.stream))];
      const fresh = new Set(appends.filter(({ expected }) => expected === 'none').map((append) => append.stream));
      // A stream that is said to be new is taken at its word: if it does exist, its first revision is there already and the statement fails.
      const unseen = streams.filter((stream) => !view.revisions.has(stream) && !fresh.has(stream));
      const looked = unseen.length > 0 ? await AppendBatch.knownRevisions(client, unseen) : new Map<string, number>();
      const revisions = new Map(
        streams.map((stream) => [stream, looked.get(stream) ?? view.revisions.get(stream) ?? -1]),
      );
      const commands = new Map(
        appends.flatMap(({ command }) => {
          const known = command && view.commands.get(command.commandId);
          return known ? [[known.commandId, known]] : [];
        }),
      );
      const batch = new AppendBatch(
        { revisions, commands, events: new Map() },
        view.nextPosition,
        this.now().toISOString(),
      );
      const results = appends.map((append) => batch.judge(append));
      // What looks like a conflict may be a repetition whose ids were not looked up, or a view that is out of date.
      if (results.some(({ outcome }) => outcome === 'conflict')) return undefined;
      try {
        return (await batch.store(client, view.nextPosition)) ? { results, batch } : undefined;
      } catch (error) {
        if ((error as { code?: string }).code === UNIQUE_VIOLATION) return undefined;
        throw error;
      }
    });
  }

  /** The lock is taken before anything is looked up: what is seen afterwards is all that will ever come before us. */
  private commitUnderLock(appends: readonly Append[]): Promise<Committed> {
    return inTransaction(this.pool, async (client) => {
      const locked = await client.query<{ next_position: string }>('SELECT next_position FROM ledger.head FOR UPDATE');
      const next = Number(locked.rows[0]!.next_position);
      const batch = new AppendBatch(await AppendBatch.known(client, appends), next, this.now().toISOString());
      const results = appends.map((append) => batch.judge(append));
      if (!batch.isEmpty) await batch.store(client, next);
      return { results, batch };
    });
  }

  private keep({ known }: AppendBatch): Pick<View, 'revisions' | 'commands'> {
    for (const [stream, revision] of known.revisions) this.remembered.revisions.set(stream, revision);
    for (const [commandId, command] of known.commands) this.remembered.commands.set(commandId, command);
    return this.remembered;
  }

  private async readStored({ after, limit }: Omit<FeedRequest, 'waitMs'>, head: number): Promise<EventPage> {
    // Positions become visible in their order: there is nothing before the last row that was not seen.
    const rows = await this.rows(
      `SELECT position, stream, revision, event_id, type, entry, data, encode(leaf, 'hex') AS leaf_hex FROM ledger.events WHERE position > $1 ORDER BY position LIMIT $2`,
      [after, limit],
    );
    if (rows.length === 0) return { events: [], through: after, head };
    const through = Number(rows.at(-1)!.position);
    return { events: servedOfFeed(rows, after + 1), through, head: Math.max(through, head) };
  }

  private async readTypes(
    { after, limit }: Omit<FeedRequest, 'waitMs'>,
    types: readonly string[],
    head: number,
  ): Promise<EventPage> {
    const rows = await this.rows(
      `SELECT position, stream, revision, event_id, type, entry, data, encode(leaf, 'hex') AS leaf_hex FROM ledger.events
       WHERE position > $1 AND position <= $2 AND type = ANY($4) ORDER BY position LIMIT $3`,
      [after, head, limit, types],
    );
    const through = rows.length === limit ? Number(rows.at(-1)!.position) : head;
    return { events: rows.map(served), through, head };
  }

  /** Looked up once for all who ask in the same turn of the event loop: a commit wakes many readers at once. */
  private head(): Promise<number> {
    this.asked ??= setImmediate().then(() => {
      this.asked = undefined;
      return this.reading(async (client) => {
        const { rows } = await client.query<{ next_position: string }>({
          name: 'ledger-head',
          text: 'SELECT next_position FROM ledger.head',
        });
        return Number(rows[0]!.next_position) - 1;
      });
    });
    return this.asked;
  }

  private rows(sql: string, parameters: unknown[]): Promise<EventRow[]> {
    return this.reading(async (client) => (await client.query<EventRow>(sql, parameters)).rows);
  }

  private async reading<T>(read: (client: PoolClient) => Promise<T>): Promise<T> {
    try {
      return await withClient(this.pool, read);
    } catch (error) {
      throw unavailable(error);
    }
  }
}

/** What a page passes over is lost to its reader: an event that does not stand in its place is not passed over. */
function servedOfFeed(rows: readonly EventRow[], first: number): StoredEvent[] {
  rows.forEach(({ position }, index) => {
    if (Number(position) !== first + index) throw new StoredEventAltered(first + index);
  });
  return rows.map(served);
}

/** Of an event that is missing from its stream the position is not known: the one behind it is named. */
function servedOfStream(rows: readonly EventRow[], first: number): StoredEvent[] {
  const events = rows.map(served);
  const behindGap = rows.find(({ revision }, index) => revision !== first + index);
  if (behindGap) throw new StoredEventAltered(Number(behindGap.position));
  return events;
}

function served(row: EventRow): StoredEvent {
  const position = Number(row.position);
  const { stream, revision, event_id: eventId, type, entry, data } = row;
  if (!isIntactByHex({ position, stream, revision, eventId, type, entry, data }, row.leaf_hex))
    throw new StoredEventAltered(position);
  return { entry, data };
}

const inTransaction = <T>(pool: Pool, run: (client: PoolClient) => Promise<T>): Promise<T> =>
  withClient(pool, async (client) => {
    await client.query('BEGIN');
    const result = await run(client);
    await client.query('COMMIT');
    return result;
  });

async function withClient<T>(pool: Pool, run: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const result = await run(client);
    client.release();
    return result;
  } catch (error) {
    // A connection on which something failed is not used again: its transaction ends with it.
    client.release(error instanceof Error ? error : true);
    throw error;
  }
}

const unavailable = (error: unknown): Error => {
  if (error instanceof StoredEventAltered || error instanceof StoreUnavailable) return error;
  // PostgreSQL says in the hint what to do, such as «Check free disk space».
  const { message, hint } = error as Error & { hint?: string };
  return new StoreUnavailable(`PostgreSQL: ${message}${hint ? `. ${hint}` : ''}`, { cause: error });
};
