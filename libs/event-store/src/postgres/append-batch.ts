import type { Append, AppendResult, NewEvent, Placed } from '@gongyou/contracts';
import type { PoolClient } from 'pg';
import { entryOf, leafHexOf, sha256 } from '../event-entry';
import type { StoredCommand } from '../event-store.port';
import type { NewestEvent } from '../newest-events';
import { hashArray, intArray, textArray, uuidArray } from './binary-array';

interface KnownEvent extends Placed {
  stream: string;
  dataSha256: string;
}

/** What the store holds already of all that a batch touches. */
export interface KnownState {
  /** Last revision by stream; -1 or absent for a stream that does not exist. */
  revisions: Map<string, number>;
  commands: Map<string, StoredCommand>;
  events: Map<string, KnownEvent>;
}

interface NewRow {
  stream: string;
  revision: number;
  event: NewEvent;
  entry: string;
  leafHex: string;
}

/**
 * Moves the head, and writes only if it moved: whoever has written since our view of the ledger was taken has moved it before us.
 * The row lock of the move lasts until the commit, so events become visible in the order of their positions.
 */
const STORE = `
  WITH moved AS (UPDATE ledger.head SET next_position = $1 WHERE next_position = $2::bigint RETURNING 1),
  stored AS (
    INSERT INTO ledger.events (position, stream, revision, event_id, type, entry, data, leaf)
    SELECT $2 + new.place - 1, new.stream, new.revision, new.event_id, new.type, new.entry, new.data, new.leaf
    FROM moved, unnest($3::text[], $4::int[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::bytea[])
      WITH ORDINALITY AS new (stream, revision, event_id, type, entry, data, leaf, place)
  ),
  marked AS (
    INSERT INTO ledger.commands (command_id, fingerprint, stream, revision, position, events)
    SELECT new.* FROM moved, unnest($10::text[], $11::text[], $12::text[], $13::int[], $14::bigint[], $15::int[]) AS new
  )
  SELECT FROM moved`;

/** The appends of one transaction: judges each against what is stored and what came before it in the batch, then stores them together. */
export class AppendBatch {
  private readonly rows: NewRow[] = [];
  private readonly commands: {
    commandId: string;
    fingerprint: string;
    stream: string;
    revision: number;
    position: number;
    events: number;
  }[] = [];

  constructor(
    readonly known: KnownState,
    public nextPosition: number,
    private readonly recordedAt: string,
  ) {}

  get stored(): number {
    return this.rows.length;
  }

  judge(append: Append): AppendResult {
    return this.repeatedCommand(append) ?? this.repeatedEvents(append) ?? this.conflicting(append) ?? this.take(append);
  }

  /** What was taken, in the order of positions. */
  get newest(): NewestEvent[] {
    return this.rows.map(({ entry, event: { type, data } }) => ({ entry, data, type }));
  }

  /** Whether there is anything to write. */
  get isEmpty(): boolean {
    return this.rows.length === 0 && this.commands.length === 0;
  }

  /**
   * Writes all that was taken in one statement, if the ledger still stands at `from`; answers whether it did.
   * Nothing is written otherwise, nor when the statement fails.
   */
  async store(client: PoolClient, from: number): Promise<boolean> {
    const { rowCount } = await client.query({
      name: 'ledger-store',
      text: STORE,
      values: [
        this.nextPosition,
        from,
        textArray(this.rows.map((row) => row.stream)),
        intArray(this.rows.map((row) => row.revision)),
        uuidArray(this.rows.map((row) => row.event.eventId)),
        textArray(this.rows.map((row) => row.event.type)),
        textArray(this.rows.map((row) => row.entry)),
        textArray(this.rows.map((row) => row.event.data)),
        hashArray(this.rows.map((row) => row.leafHex)),
        this.commands.map((each) => each.commandId),
        this.commands.map((each) => each.fingerprint),
        this.commands.map((each) => each.stream),
        this.commands.map((each) => each.revision),
        this.commands.map((each) => each.position),
        this.commands.map((each) => each.events),
      ],
    });
    return rowCount === 1;
  }

  private repeatedCommand({ stream, command }: Append): AppendResult | undefined {
    const stored = command && this.known.commands.get(command.commandId);
    if (!stored) return undefined;
    if (stored.fingerprint !== command.fingerprint)
      return { outcome: 'keyReused', stream, commandId: command.commandId };
    return { ...stored.result, outcome: 'repeated' } as AppendResult;
  }

  private repeatedEvents({ stream, events }: Append): AppendResult | undefined {
    const stored = events.map((event) => this.known.events.get(event.eventId));
    if (stored.every((each) => each === undefined)) {
      const twice = idStandingTwice(events);
      return twice === undefined ? undefined : { outcome: 'eventIdReused', stream, eventId: twice };
    }
    const other = events.find((event, index) => !sameEvent(event, stream, stored[index]));
    if (other) return { outcome: 'eventIdReused', stream, eventId: other.eventId };
    const places = stored.map((each) => placeOf(each!));
    return {
      outcome: 'repeated',
      stream,
      revision: places.at(-1)!.revision,
      position: places.at(-1)!.position,
      events: places,
    };
  }

  private conflicting({ stream, expected }: Append): AppendResult | undefined {
    const actualRevision = this.known.revisions.get(stream) ?? -1;
    const fits = expected === 'any' || actualRevision === (expected === 'none' ? -1 : expected);
    return fits ? undefined : { outcome: 'conflict', stream, actualRevision };
  }

  private take({ stream, events, command }: Append): AppendResult {
    let revision = this.known.revisions.get(stream) ?? -1;
    const places: Placed[] = events.map((event) => {
      revision += 1;
      const position = this.nextPosition;
      this.nextPosition += 1;
      const dataSha256 = sha256(event.data);
      const { recordedAt } = this;
      const commandId = command?.commandId;
      const place = { position, stream, revision, recordedAt, ...(commandId !== undefined && { commandId }) };
      const entry = entryOf(event, place, dataSha256);
      this.rows.push({ stream, revision, event, entry, leafHex: leafHexOf(entry) });
      const placed = { eventId: event.eventId, type: event.type, revision, position };
      this.known.events.set(event.eventId, { ...placed, stream, dataSha256 });
      return placed;
    });
    if (places.length > 0) this.known.revisions.set(stream, revision);
    // A command that had nothing to add is answered with where the ledger stood: all it was judged by lies at or before that.
    const result: AppendResult = {
      outcome: 'stored',
      stream,
      revision,
      position: this.nextPosition - 1,
      events: places,
    };
    if (command) {
      this.known.commands.set(command.commandId, { ...command, result });
      this.commands.push({ ...command, stream, revision, position: result.position, events: places.length });
    }
    return result;
  }

  /** Looks up what is stored of all that the appends touch. Must run after the head was locked. */
  static async known(client: PoolClient, appends: readonly Append[]): Promise<KnownState> {
    const eventIds = appends.flatMap((append) => append.events.map((event) => event.eventId));
    const commandIds = appends.flatMap((append) => (append.command ? [append.command.commandId] : []));
    return {
      revisions: await AppendBatch.knownRevisions(client, [...new Set(appends.map((append) => append.stream))]),
      events: eventIds.length === 0 ? new Map<string, KnownEvent>() : await AppendBatch.knownEvents(client, eventIds),
      commands:
        commandIds.length === 0
          ? new Map<string, StoredCommand>()
          : await AppendBatch.knownCommands(client, commandIds),
    };
  }

  /** The last revisions of streams; -1 for one that does not exist. */
  static async knownRevisions(client: PoolClient, streams: readonly string[]): Promise<Map<string, number>> {
    const { rows } = await client.query<{ stream: string; revision: number | null }>({
      name: 'ledger-known-revisions',
      text: `SELECT stream, (SELECT max(revision) FROM ledger.events e WHERE e.stream = s.stream) AS revision
             FROM unnest($1::text[]) AS s(stream)`,
      values: [streams],
    });
    return new Map(rows.map(({ stream, revision }) => [stream, revision ?? -1]));
  }

  static async knownCommands(client: PoolClient, commandIds: readonly string[]): Promise<Map<string, StoredCommand>> {
    const { rows } = await client.query<{
      command_id: string;
      fingerprint: string;
      stream: string;
      revision: number;
      position: string;
      events: { eventId: string; type: string; revision: number; position: number }[];
    }>({
      name: 'ledger-known-commands',
      text: `SELECT command_id, fingerprint, stream, revision, position, coalesce((
               SELECT json_agg(json_build_object('eventId', e.event_id, 'type', e.type, 'revision', e.revision, 'position', e.position) ORDER BY e.position)
               FROM ledger.events e WHERE e.stream = c.stream AND e.revision > c.revision - c.events AND e.revision <= c.revision
             ), '[]') AS events
             FROM ledger.commands c WHERE command_id = ANY($1::text[])`,
      values: [commandIds],
    });
    return new Map(
      rows.map(({ command_id: commandId, fingerprint, stream, revision, position, events }) => [
        commandId,
        {
          commandId,
          fingerprint,
          result: { outcome: 'repeated', stream, revision, position: Number(position), events },
        },
      ]),
    );
  }

  private static async knownEvents(client: PoolClient, eventIds: readonly string[]): Promise<Map<string, KnownEvent>> {
    const { rows } = await client.query<{
      event_id: string;
      type: string;
      stream: string;
      revision: number;
      position: string;
      data: string;
    }>({
      name: 'ledger-known-events',
      text: 'SELECT event_id, type, stream, revision, position, data FROM ledger.events WHERE event_id = ANY($1::uuid[])',
      values: [eventIds],
    });
    return new Map(
      rows.map((row) => [
        row.event_id,
        {
          eventId: row.event_id,
          type: row.type,
          stream: row.stream,
          revision: row.revision,
          position: Number(row.position),
          dataSha256: sha256(row.data),
        },
      ]),
    );
  }
}

const sameEvent = (event: NewEvent, stream: string, stored: KnownEvent | undefined): boolean =>
  stored !== undefined &&
  stored.stream === stream &&
  stored.type === event.type &&
  stored.dataSha256 === sha256(event.data);

const placeOf = ({ eventId, type, revision, position }: KnownEvent): Placed => ({ eventId, type, revision, position });

/** The event id that stands twice in one append, if any does. */
function idStandingTwice(events: readonly NewEvent[]): string | undefined {
  const seen = new Set<string>();
  return events.find(({ eventId }) => seen.size === seen.add(eventId).size)?.eventId;
}
