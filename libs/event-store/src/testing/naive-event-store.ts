import type { Append, AppendResult, EventPage, FeedRequest, Placed, ReadRequest } from '@gongyou/contracts';
import { Pool, type PoolClient } from 'pg';
import { entryOf } from '../event-entry';
import type { EventStore, StoredCommand } from '../event-store.port';

interface Row {
  position: string;
  stream: string;
  revision: number;
  event: string;
  recorded_at: string;
  command_id: string | null;
}

type Database = Pick<Pool, 'query'>;

const UNIQUE_VIOLATION = '23505';

const schema = `
  CREATE SCHEMA naive;
  CREATE TABLE naive.events (
    position bigint GENERATED ALWAYS AS IDENTITY (MINVALUE 0 START 0) PRIMARY KEY,
    stream text NOT NULL, revision integer NOT NULL, event_id uuid NOT NULL UNIQUE, type text NOT NULL,
    event text NOT NULL, recorded_at text NOT NULL, command_id text,
    UNIQUE (stream, revision)
  );
  CREATE TABLE naive.commands (command_id text PRIMARY KEY, fingerprint text NOT NULL, result text NOT NULL)`;

/**
 * An event store on SQL as it is often written: an identity column numbers the events, each append is a transaction of its own,
 * unique keys settle who was first, and readers ask for what stands after the last number they saw. It shows what the promises of
 * the port are for; nothing but the trial of the suite uses it.
 */
export class NaiveEventStore implements EventStore {
  private readonly listeners = new Set<(head: number) => void>();
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = new Pool({ connectionString: url, max: 20 });
    this.pool.on('error', brokenByTheTest);
  }

  async prepare(): Promise<this> {
    await this.pool.query(schema);
    return this;
  }

  append(appends: readonly Append[]): Promise<readonly AppendResult[]> {
    return Promise.all(appends.map((append) => this.appendOne(append)));
  }

  async readStream({ stream, from, limit }: ReadRequest): Promise<EventPage> {
    const { rows } = await this.pool.query<Row>(
      'SELECT * FROM naive.events WHERE stream = $1 AND revision >= $2 ORDER BY revision LIMIT $3',
      [stream, from, limit],
    );
    const through = rows.length === 0 ? -1 : Number(rows.at(-1)!.position);
    return { events: rows.map(stored), through, head: through };
  }

  async readAll({ after, limit, types }: Omit<FeedRequest, 'waitMs'>): Promise<EventPage> {
    const head = await this.head(this.pool);
    if (head <= after) return { events: [], through: after, head };
    const { rows } = await this.pool.query<Row>(
      `SELECT * FROM naive.events WHERE position > $1 AND position <= $2 AND ($4::text[] IS NULL OR type = ANY($4))
       ORDER BY position LIMIT $3`,
      [after, head, limit, types],
    );
    return { events: rows.map(stored), through: rows.length === limit ? Number(rows.at(-1)!.position) : head, head };
  }

  findCommand(commandId: string): Promise<StoredCommand | undefined> {
    return this.commandOf(this.pool, commandId);
  }

  onCommitted(listener: (head: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  /** Between the last statement of a transaction, which has its positions, and its commit. */
  protected async beforeCommit(_position: number): Promise<void> {}

  private async commandOf(database: Database, commandId: string): Promise<StoredCommand | undefined> {
    const { rows } = await database.query<{ fingerprint: string; result: string }>(
      'SELECT fingerprint, result FROM naive.commands WHERE command_id = $1',
      [commandId],
    );
    const [known] = rows;
    return known && { commandId, fingerprint: known.fingerprint, result: JSON.parse(known.result) as AppendResult };
  }

  private async appendOne(append: Append): Promise<AppendResult> {
    const client = await this.pool.connect();
    // A test that has failed drops the database under an append that is still on its way.
    client.on('error', brokenByTheTest);
    try {
      for (;;) {
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
        try {
          const result = (await this.knownAlready(client, append)) ?? (await this.insert(client, append));
          if (result.outcome === 'stored') await this.beforeCommit(result.position);
          await client.query('COMMIT');
          if (result.outcome === 'stored') for (const listener of this.listeners) listener(result.position);
          return result;
        } catch (error) {
          await client.query('ROLLBACK');
          if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
          const twice = append.events.find(
            ({ eventId }, at, all) => all.findIndex((each) => each.eventId === eventId) < at,
          );
          if (twice) return { outcome: 'eventIdReused', stream: append.stream, eventId: twice.eventId };
        }
      }
    } finally {
      client.release();
      client.off('error', brokenByTheTest);
    }
  }

  private async knownAlready(
    client: PoolClient,
    { stream, events, command }: Append,
  ): Promise<AppendResult | undefined> {
    const known = command && (await this.commandOf(client, command.commandId));
    if (known) {
      return known.fingerprint === command.fingerprint
        ? ({ ...known.result, outcome: 'repeated' } as AppendResult)
        : { outcome: 'keyReused', stream, commandId: command.commandId };
    }
    const ids = events.map(({ eventId }) => eventId);
    const { rows } = await client.query<Row>('SELECT * FROM naive.events WHERE event_id = ANY($1::uuid[])', [ids]);
    if (rows.length === 0) return undefined;
    const places: Placed[] = [];
    for (const event of events) {
      const row = rows.find((each) => each.stream === stream && each.event === JSON.stringify(event));
      if (!row) return { outcome: 'eventIdReused', stream, eventId: event.eventId };
      places.push(placeOf(event, row.revision, Number(row.position)));
    }
    const { revision, position } = places.at(-1)!;
    return { outcome: 'repeated', stream, revision, position, events: places };
  }

  private async insert(client: PoolClient, { stream, expected, events, command }: Append): Promise<AppendResult> {
    const { rows } = await client.query<{ revision: number }>(
      'SELECT coalesce(max(revision), -1) AS revision FROM naive.events WHERE stream = $1',
      [stream],
    );
    const actualRevision = rows[0]!.revision;
    if (expected !== 'any' && actualRevision !== (expected === 'none' ? -1 : expected))
      return { outcome: 'conflict', stream, actualRevision };
    const inserted = await client.query<{ position: string }>(
      `INSERT INTO naive.events (stream, revision, event_id, type, event, recorded_at, command_id)
       SELECT $1, new.revision, new.event_id, new.type, new.event, $6, $7
       FROM unnest($2::int[], $3::uuid[], $4::text[], $5::text[]) AS new (revision, event_id, type, event)
       RETURNING position`,
      [
        stream,
        events.map((_, at) => actualRevision + 1 + at),
        events.map(({ eventId }) => eventId),
        events.map(({ type }) => type),
        events.map((event) => JSON.stringify(event)),
        new Date().toISOString(),
        command?.commandId,
      ],
    );
    const places = events.map((event, at) =>
      placeOf(event, actualRevision + 1 + at, Number(inserted.rows[at]!.position)),
    );
    const result: AppendResult = {
      outcome: 'stored',
      stream,
      revision: actualRevision + events.length,
      position: places.at(-1)?.position ?? (await this.head(client)),
      events: places,
    };
    if (command)
      await client.query('INSERT INTO naive.commands VALUES ($1, $2, $3)', [
        command.commandId,
        command.fingerprint,
        JSON.stringify(result),
      ]);
    return result;
  }

  private async head(database: Database): Promise<number> {
    const { rows } = await database.query<{ head: string }>(
      'SELECT coalesce(max(position), -1) AS head FROM naive.events',
    );
    return Number(rows[0]!.head);
  }
}

const placeOf = ({ eventId, type }: { eventId: string; type: string }, revision: number, position: number): Placed => ({
  eventId,
  type,
  revision,
  position,
});

function stored({ position, stream, revision, event, recorded_at: recordedAt, command_id: commandId }: Row) {
  const written = JSON.parse(event) as Append['events'][number];
  const place = { position: Number(position), stream, revision, recordedAt, ...(commandId !== null && { commandId }) };
  return { entry: entryOf(written, place), data: written.data };
}

const brokenByTheTest = (): void => undefined;
