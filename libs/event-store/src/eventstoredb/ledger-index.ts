import { createHash } from 'node:crypto';
import type { Append, AppendResult, CommandMark, Placed } from '@gongyou/contracts';
import type { StoredCommand } from '../event-store.port';
import type { CommandKnown, IndexFact } from './index-fact';
import { isAfter, type LogPosition } from './log-position';
import { PlaceTable } from './place-table';
import type { CommandRecord, ForeignRecord, LedgerRecord, ServerRecord } from './server-record';
import { type Place, StreamPlaces } from './stream-places';

/** What became of an append that was found in the log. */
export interface JudgedAppend {
  attempt: string;
  /** Absent when it is void: another append had taken its command or its event ids before, or its stream stood elsewhere. */
  result?: AppendResult;
}

/** The log cannot be what was written: records are missing, or do not stand together as they were written. */
export class LogBroken extends Error {
  /** The first position that cannot be served. */
  constructor(
    readonly position: number,
    what: string,
  ) {
    super(`${what} before position ${position}`);
    this.name = 'LogBroken';
  }
}

/**
 * The ledger's own index over the server's log: gapless positions, revisions, event ids and commands.
 *
 * It is nothing but the fold of the log in its order, so every process that reads the log comes to the same index, whoever wrote, and a
 * lost one is built again. The order also settles every race that the server cannot see: of two appends with one command or one event
 * id, in whatever streams, the first in the log counts and the second is void, for ever and for every reader.
 */
export class LedgerIndex {
  private readonly places = new PlaceTable();
  private readonly positionsById = new Map<string, number>();
  private readonly commands = new Map<string, CommandKnown>();
  private readonly streams = new Map<string, StreamPlaces>();
  /** Streams that so far only others write to, with their last revision. */
  private readonly strangers = new Map<string, number>();
  /** The records of an append of which more are to come. */
  private readonly open: LedgerRecord[] = [];
  private last: LogPosition | undefined;

  /** `onFact` is told what the index learns from the log; not what it is told of by `restore`. */
  constructor(private readonly onFact?: (fact: IndexFact) => void) {}

  /** The newest position; -1 when there is none. */
  get head(): number {
    return this.places.length - 1;
  }

  /** Up to where in the log the index goes. */
  get through(): LogPosition | undefined {
    return this.last;
  }

  /**
   * Takes the next record of the log; one that was taken already is passed over.
   * Answers the append that is complete with it. Throws `LogBroken`.
   */
  take(record: ServerRecord): JudgedAppend | undefined {
    if (this.last && !isAfter(record.at, this.last)) return undefined;
    const judged = this.judgeRecord(record);
    this.last = record.at;
    return judged;
  }

  /** Whether no append is half read. */
  get isBetweenAppends(): boolean {
    return this.open.length === 0;
  }

  /** Takes over what was learnt before, up to a place in the log. */
  restore(facts: readonly IndexFact[], through: LogPosition): void {
    for (const fact of facts) this.apply(fact);
    this.last = through;
  }

  /** What is known of an append by its command and its event ids; undefined if it is new. */
  known({ stream, events, command }: Pick<Append, 'stream' | 'events' | 'command'>): AppendResult | undefined {
    return this.knownCommand(stream, command) ?? this.knownEvents(stream, events);
  }

  /** What the stream stands at: -1 for one that does not exist. */
  revisionOf(stream: string): number {
    return (this.streams.get(stream)?.length ?? 0) - 1;
  }

  command(commandId: string): StoredCommand | undefined {
    const known = this.commands.get(commandId);
    if (!known) return undefined;
    return { commandId, fingerprint: known.fingerprint, result: this.resultOf(known) };
  }

  /** Where the server keeps an event, by revision of the ledger; beyond the last one, where the next would stand. */
  serverRevisionOf(stream: string, revision: number): number {
    const places = this.streams.get(stream);
    return places ? places.serverRevisionOf(revision) : revision + (this.strangers.get(stream) ?? -1) + 1;
  }

  /** Position and revision of what the server keeps at a revision of its own; undefined for what is void or unknown. */
  placeOf({ stream, serverRevision }: ServerRecord): Place | undefined {
    return this.streams.get(stream)?.placeOf(serverRevision);
  }

  positionOf(stream: string, revision: number): number | undefined {
    return this.streams.get(stream)?.positionOf(revision);
  }

  logPositionOf(position: number): LogPosition {
    return this.places.logPosition(position);
  }

  /** Whether a record holds, byte for byte, what the index saw at a place. */
  isAsIndexed({ isIntact, stream, event, note }: LedgerRecord, { position, revision }: Place): boolean {
    const { eventId, revision: indexed } = this.places.placed(position);
    return (
      isIntact &&
      revision === indexed &&
      event.eventId === eventId &&
      this.places.content(position).equals(contentOf(stream, event, note.dataSha256))
    );
  }

  /** Positions after one, of some types or all, in order. */
  positionsAfter(after: number, limit: number, types: readonly string[] | undefined): number[] {
    return this.places.positionsAfter(after, limit, types);
  }

  private judgeRecord(record: ServerRecord): JudgedAppend | undefined {
    const continued = record.kind === 'event' && record.note.attempt === this.open[0]?.note.attempt;
    if (this.open.length > 0 && !continued) throw new LogBroken(this.head + 1, 'an append is torn apart');
    switch (record.kind) {
      case 'page':
        return undefined;
      case 'foreign':
        return this.passStranger(record);
      case 'damaged':
        throw new LogBroken(this.head + 1, 'an event cannot be read any more');
      case 'command':
        return this.judgeCommand(record);
      case 'event':
        return this.judgeEvent(record);
    }
  }

  private passStranger({ stream, serverRevision }: ForeignRecord): undefined {
    const places = this.streams.get(stream);
    if (places && serverRevision !== places.nextServerRevision)
      throw new LogBroken(this.head + 1, 'events of a stream are missing');
    this.conclude({ kind: 'void', stream, serverRevision });
  }

  private judgeEvent(record: LedgerRecord): JudgedAppend | undefined {
    if (record.note.at !== this.open.length) throw new LogBroken(this.head + 1, 'events of an append are missing');
    this.open.push(record);
    if (this.open.length < record.note.of) return undefined;
    const records = this.open.splice(0);
    const { stream, note } = records[0]!;
    const { attempt } = note;
    const nextServerRevision = this.serverRevisionOf(stream, this.revisionOf(stream) + 1);
    if (note.head > this.head) throw new LogBroken(this.head + 1, 'events are missing');
    if (records.some(({ serverRevision }, at) => serverRevision !== nextServerRevision + at))
      throw new LogBroken(this.head + 1, 'events of a stream are missing');
    const command = note.commandId === undefined ? undefined : commandMarkOf(note);
    if (this.known({ stream, events: records.map(({ event }) => event), command })) {
      for (const { serverRevision } of records) this.conclude({ kind: 'void', stream, serverRevision });
      return { attempt };
    }
    for (const { event, note: said, at } of records) {
      const content = contentOf(stream, event, said.dataSha256).toString('base64');
      this.conclude({ kind: 'event', stream, eventId: event.eventId, type: event.type, at, content });
    }
    const added = { stream, revision: this.revisionOf(stream), position: this.head, events: records.length };
    if (command) this.conclude({ kind: 'command', ...command, ...added });
    return { attempt, result: this.resultOf(added, 'stored') };
  }

  private judgeCommand({ note }: CommandRecord): JudgedAppend {
    if (note.head > this.head) throw new LogBroken(this.head + 1, 'events are missing');
    const { attempt, stream, expected } = note;
    const revision = this.revisionOf(stream);
    if (this.commands.has(note.commandId) || (expected !== null && expected !== revision)) return { attempt };
    const added = { stream, revision, position: this.head, events: 0 };
    this.conclude({ kind: 'command', ...commandMarkOf(note), ...added });
    return { attempt, result: this.resultOf(added, 'stored') };
  }

  private conclude(fact: IndexFact): void {
    this.apply(fact);
    this.onFact?.(fact);
  }

  private apply(fact: IndexFact): void {
    switch (fact.kind) {
      case 'event': {
        const places = this.streamPlaces(fact.stream);
        const position = this.places.length;
        this.places.add({ ...fact, revision: places.length, content: Buffer.from(fact.content, 'base64') });
        this.positionsById.set(fact.eventId, position);
        places.add(position);
        return;
      }
      case 'void':
        // What somebody else wrote counts only where the ledger writes too.
        if (this.streams.has(fact.stream)) this.streams.get(fact.stream)!.addVoid(fact.serverRevision);
        else this.strangers.set(fact.stream, fact.serverRevision);
        return;
      case 'command':
        this.commands.set(fact.commandId, fact);
    }
  }

  private knownCommand(stream: string, command: CommandMark | undefined): AppendResult | undefined {
    const known = command && this.commands.get(command.commandId);
    if (!known) return undefined;
    if (known.fingerprint !== command.fingerprint)
      return { outcome: 'keyReused', stream, commandId: command.commandId };
    return this.resultOf(known);
  }

  private knownEvents(stream: string, events: Append['events']): AppendResult | undefined {
    const positions = events.map(({ eventId }) => this.positionsById.get(eventId));
    if (positions.every((position) => position === undefined)) {
      const twice = idStandingTwice(events);
      return twice === undefined ? undefined : { outcome: 'eventIdReused', stream, eventId: twice };
    }
    const other = events.find((event, index) => {
      const position = positions[index];
      return (
        position === undefined || !this.places.content(position).equals(contentOf(stream, event, sha256(event.data)))
      );
    });
    if (other) return { outcome: 'eventIdReused', stream, eventId: other.eventId };
    const placed = positions.map((position) => this.places.placed(position!));
    const last = placed.at(-1)!;
    return { outcome: 'repeated', stream, revision: last.revision, position: last.position, events: placed };
  }

  private resultOf(
    { stream, revision, position, events }: Omit<CommandKnown, 'kind' | keyof CommandMark>,
    outcome: 'stored' | 'repeated' = 'repeated',
  ): AppendResult {
    const placed: Placed[] = Array.from({ length: events }, (_, at) => this.places.placed(position - events + 1 + at));
    return { outcome, stream, revision, position, events: placed };
  }

  private streamPlaces(stream: string): StreamPlaces {
    const known = this.streams.get(stream);
    if (known) return known;
    const places = new StreamPlaces();
    const stranger = this.strangers.get(stream);
    if (stranger !== undefined) for (let revision = 0; revision <= stranger; revision += 1) places.addVoid(revision);
    this.strangers.delete(stream);
    this.streams.set(stream, places);
    return places;
  }
}

/** What must be the same for an event to be the same one: its stream, its type, its data. */
const contentOf = (stream: string, { type }: { type: string }, dataSha256: string): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([stream, type, dataSha256]))
    .digest();

const commandMarkOf = ({ commandId, fingerprint }: { commandId?: string; fingerprint?: string }): CommandMark => ({
  commandId: commandId!,
  fingerprint: fingerprint!,
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The event id that stands twice in one append, if any does. */
function idStandingTwice(events: Append['events']): string | undefined {
  const seen = new Set<string>();
  return events.find(({ eventId }) => seen.size === seen.add(eventId).size)?.eventId;
}
