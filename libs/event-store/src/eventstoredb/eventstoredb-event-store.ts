import { randomUUID } from 'node:crypto';
import type { AppendExpectedRevision } from '@eventstore/db-client';
import type { Append, AppendResult, EventPage, FeedRequest, ReadRequest, StoredEvent } from '@gongyou/contracts';
import { entryOf } from '../event-entry';
import { type EventStore, type StoredCommand, StoredEventAltered, StoreUnavailable } from '../event-store.port';
import type { JudgedAppend } from './ledger-index';
import { LogFollower } from './log-follower';
import { isAfter } from './log-position';
import { OneAtATime } from './one-at-a-time';
import { ServerConnection, WRONG_REVISION } from './server-connection';
import { COMMANDS_STREAM, commandToWrite, eventsToWrite, type ServerRecord } from './server-record';
import type { Place } from './stream-places';

/** How the adapter may be tuned. */
export interface EventStoreDbEventStoreOptions {
  /** How long the server may leave a call without any answer, in milliseconds; 10,000 unless told. */
  patienceMs?: number;
  /** The ledger's clock, for `recordedAt`. */
  now?: () => Date;
  /** How much one kept page of the index holds: events, commands and what is void; 2,000 unless told, the same in all processes. */
  factsPerPage?: number;
  /** Told of trouble with following the log, or with the kept pages of the index. */
  onTrouble?: (error: Error) => void;
}

/** After so many changes of a stream between looking and writing, the caller is told to come again. */
const MOST_ATTEMPTS = 20;
/** A gap between two wanted positions that is read over rather than jumped. */
const SHORT_GAP = 64;

/**
 * Events in EventStoreDB or KurrentDB: each stream of the ledger is a stream of the server, and what the server cannot promise is taken
 * from the one order of its log (ADR «The order of the log settles what the server cannot see»). Several processes may write at once.
 *
 * - The index, with the gapless positions, is a fold of the log: in memory, and kept in pages in a stream of the server. `open` reads the
 *   pages and what came after them in the log; whatever is lost of the pages is built again from the log and kept again.
 * - An append is answered when it stands in the log and has gone through the index.
 * - An append that weighs more than the server's MaxAppendSize is refused with `AppendTooLarge`.
 * - Whoever deletes, truncates or scavenges streams of the ledger breaks it: that is noticed and nothing is served any more.
 */
export class EventStoreDbEventStore implements EventStore {
  private readonly turns = new OneAtATime();
  private readonly now: () => Date;

  private constructor(
    private readonly server: ServerConnection,
    private readonly log: LogFollower,
    options: EventStoreDbEventStoreOptions,
  ) {
    this.now = options.now ?? (() => new Date());
  }

  /**
   * Connects and builds the index. `url` is a connection string as EventStoreDB defines them (`esdb://user:password@host:2113?tls=true`).
   * Throws `StoreUnavailable`; `StoredEventAltered` when the log is not what was written.
   */
  static async open(url: string, options: EventStoreDbEventStoreOptions = {}): Promise<EventStoreDbEventStore> {
    const server = new ServerConnection(url, options.patienceMs ?? 10_000);
    const log = new LogFollower(server, options.onTrouble, options.factsPerPage ?? 2_000);
    try {
      await log.start();
      await log.catchUp();
    } catch (error) {
      await log.stop();
      await server.close();
      throw error;
    }
    return new EventStoreDbEventStore(server, log, options);
  }

  append(appends: readonly Append[]): Promise<readonly AppendResult[]> {
    return Promise.all(
      appends.map((append) => {
        const { stream, events, command } = append;
        const keys = [`stream ${stream}`, ...events.map(({ eventId }) => eventId)];
        if (command) keys.push(`command ${command.commandId}`);
        return this.turns.inTurn([...new Set(keys)], () => this.appendOne(append));
      }),
    );
  }

  async readStream({ stream, from, limit }: ReadRequest): Promise<EventPage> {
    const { index } = this.log;
    this.log.refuseIfBroken();
    const knownThrough = index.revisionOf(stream);
    const events: StoredEvent[] = [];
    let next = index.serverRevisionOf(stream, from);
    for (let more = true; more && events.length < limit;) {
      const wanted = limit - events.length;
      const records = await this.server.readStream(stream, next, wanted);
      more = records.length === wanted;
      if (records.length === 0) break;
      next = records.at(-1)!.serverRevision + 1;
      await this.log.pass(records.at(-1)!.at);
      for (const record of records) {
        const place = index.placeOf(record);
        if (!place || place.revision < from) continue;
        if (place.revision !== from + events.length) break;
        events.push(this.served(record, place));
      }
    }
    if (events.length < limit && from + events.length <= knownThrough)
      throw new StoredEventAltered(index.positionOf(stream, from + events.length)!);
    const through = events.length === 0 ? -1 : index.positionOf(stream, from + events.length - 1)!;
    return { events, through, head: through };
  }

  async readAll({ after, limit, types }: Omit<FeedRequest, 'waitMs'>): Promise<EventPage> {
    const { index } = this.log;
    this.log.refuseIfBroken();
    let positions = index.positionsAfter(after, limit, types);
    if (positions.length < limit) {
      // Another process may have stored more: «that is all» is only said after a look at the end of the log.
      await this.log.catchUp();
      positions = index.positionsAfter(after, limit, types);
    }
    const { head } = index;
    if (head <= after) return { events: [], through: after, head };
    const events: StoredEvent[] = [];
    for (const run of runsOf(positions)) events.push(...(await this.readRun(run)));
    return { events, through: positions.length === limit ? positions.at(-1)! : head, head };
  }

  async findCommand(commandId: string): Promise<StoredCommand | undefined> {
    this.log.refuseIfBroken();
    const known = this.log.index.command(commandId);
    if (known) return known;
    await this.log.catchUp();
    return this.log.index.command(commandId);
  }

  onCommitted(listener: (head: number) => void): () => void {
    return this.log.onCommitted(listener);
  }

  async close(): Promise<void> {
    await this.log.stop();
    await this.server.close();
  }

  private async appendOne(append: Append): Promise<AppendResult> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      this.log.refuseIfBroken();
      const known = this.log.index.known(append);
      if (known) return known;
      // A conflict is only said after a look at the end of the log: another process may have stored what is expected.
      if (!this.fits(append)) {
        await this.log.catchUp();
        const { stream } = append;
        if (!this.fits(append))
          return (
            this.log.index.known(append) ?? {
              outcome: 'conflict',
              stream,
              actualRevision: this.log.index.revisionOf(stream),
            }
          );
        continue;
      }
      const result = await this.write(append);
      if (result) return result;
    }
    throw new StoreUnavailable(`the stream changed ${MOST_ATTEMPTS} times while it was to be written to`);
  }

  private fits({ stream, expected }: Append): boolean {
    return expected === 'any' || this.log.index.revisionOf(stream) === (expected === 'none' ? -1 : expected);
  }

  /** Writes an append that is new as far as the index knows. Answers nothing when the log knows better: the index does so then, too. */
  private async write(append: Append): Promise<AppendResult | undefined> {
    const attempt = randomUUID();
    let judged: JudgedAppend | undefined;
    let forget: () => void = () => undefined;
    const found = new Promise<void>((resolve) => {
      forget = this.log.onJudged(attempt, (judgement) => {
        judged = judgement;
        resolve();
      });
    });
    try {
      const position = await this.send(append, attempt);
      if (position === WRONG_REVISION || position === undefined) await this.log.catchUp();
      // The log never shows what the server had stored before and therefore did not write again.
      else await Promise.race([found, this.log.pass(position)]);
      return judged?.result;
    } catch (error) {
      // No answer came, but the log has shown the append: it is stored.
      if (judged?.result) return judged.result;
      throw error;
    } finally {
      forget();
    }
  }

  private send(append: Append, attempt: string): ReturnType<ServerConnection['append']> {
    const { head } = this.log.index;
    const { stream, events, command } = append;
    if (events.length === 0 && command)
      return this.server.append(COMMANDS_STREAM, [commandToWrite({ ...append, command }, { attempt, head })], 'any');
    const recordedAt = this.now().toISOString();
    return this.server.append(stream, eventsToWrite(append, { attempt, head, recordedAt }), this.expectedOf(append));
  }

  private expectedOf({ stream, expected }: Append): AppendExpectedRevision {
    if (expected === 'any') return 'any';
    const next = this.log.index.serverRevisionOf(stream, expected === 'none' ? 0 : expected + 1);
    return next === 0 ? 'no_stream' : BigInt(next - 1);
  }

  private async readRun(positions: readonly number[]): Promise<StoredEvent[]> {
    const { index } = this.log;
    const events: StoredEvent[] = [];
    let next = index.logPositionOf(positions[0]!);
    let pageSize = positions.at(-1)! - positions[0]! + 1;
    for (let more = true; more;) {
      const records = await this.server.readLog(next, pageSize);
      for (const record of records) {
        const wanted = positions[events.length]!;
        const at = index.logPositionOf(wanted);
        if (isAfter(at, record.at)) continue;
        if (isAfter(record.at, at)) throw new StoredEventAltered(wanted);
        events.push(this.served(record, { position: wanted, revision: index.placeOf(record)?.revision ?? -1 }));
        if (events.length === positions.length) return events;
      }
      // Between the events stand the server's own records: a page may have brought fewer events than were asked for.
      more = records.length === pageSize;
      if (more) next = records.at(-1)!.at;
      pageSize = Math.max(SHORT_GAP, pageSize);
    }
    throw new StoredEventAltered(positions[events.length]!);
  }

  private served(record: ServerRecord, place: Place): StoredEvent {
    if (record.kind !== 'event' || !this.log.index.isAsIndexed(record, place))
      throw new StoredEventAltered(place.position);
    const { event, note, stream } = record;
    const entry = entryOf(event, {
      ...place,
      stream,
      recordedAt: note.recordedAt,
      ...(note.commandId !== undefined && { commandId: note.commandId }),
    });
    return { entry, data: event.data };
  }
}

/** Positions that lie close together, so that one reading of the log brings them. */
function runsOf(positions: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const position of positions) {
    const run = runs.at(-1);
    if (run && position - run.at(-1)! <= SHORT_GAP) run.push(position);
    else runs.push([position]);
  }
  return runs;
}
