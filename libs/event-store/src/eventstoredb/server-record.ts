import { createHash, randomUUID } from 'node:crypto';
import { binaryEvent, type EventData, type RecordedEvent } from '@eventstore/db-client';
import type { Append, NewEvent } from '@gongyou/contracts';
import type { LogPosition } from './log-position';

/** A record of the server's log that is no event of the ledger: somebody else's, or one of its own that cannot be read any more. */
export interface ForeignRecord {
  kind: 'foreign' | 'damaged';
  at: LogPosition;
  stream: string;
  serverRevision: number;
}

/** An event as the ledger wrote it. Only its position and its revision are not in it: they follow from the order of the log. */
export interface LedgerRecord extends Omit<ForeignRecord, 'kind'> {
  kind: 'event';
  event: NewEvent;
  note: EventNote;
  /** Whether every byte that the writer sealed is what it was. */
  isIntact: boolean;
}

/** A command that had nothing to add. It has no position. */
export interface CommandRecord extends Omit<ForeignRecord, 'kind'> {
  kind: 'command';
  note: CommandNote;
}

/** A page of the index, kept beside the events. */
export interface PageRecord extends Omit<ForeignRecord, 'kind'> {
  kind: 'page';
  content: Buffer;
  isIntact: boolean;
}

export type ServerRecord = ForeignRecord | LedgerRecord | CommandRecord | PageRecord;

/** What the writer says of an append in the metadata of each of its events. */
interface AppendNote {
  /** Of this form. A reader that meets a higher one must not guess. */
  ledger: 1;
  /** Names the attempt to append, so that its writer finds it again in the log. */
  attempt: string;
  /** The newest position that the writer knew of. What stands before it in the log can never be fewer events. */
  head: number;
  commandId?: string;
  fingerprint?: string;
  /** SHA-256 over everything else that the writer said, data included. */
  seal: string;
}

export interface EventNote extends AppendNote {
  version: number;
  occurredAt: string;
  recordedAt: string;
  actor: string;
  client: string;
  organizationId: string;
  // The names by which EventStoreDB's own projections find them.
  $correlationId: string;
  $causationId: string;
  /** Place of the event in its append, from 0, and how many there are. */
  at: number;
  of: number;
  dataSha256: string;
}

export interface CommandNote extends AppendNote {
  commandId: string;
  fingerprint: string;
  stream: string;
  /** The revision at which the stream must stand; null if any will do. */
  expected: number | null;
}

/** Where commands without events are kept. A dot cannot stand in the name of a stream of the ledger. */
export const COMMANDS_STREAM = 'ledger.commandsWithoutEvents';
const COMMAND_TYPE = 'CommandHadNothingToAdd';

/** Where the pages of the index are kept. */
export const INDEX_STREAM = 'ledger.index';
const PAGE_TYPE = 'IndexPage';

/** The events of an append as they are written. */
export function eventsToWrite(
  { stream, events, command }: Append,
  { attempt, head, recordedAt }: { attempt: string; head: number; recordedAt: string },
): EventData[] {
  return events.map((event, at) => {
    const note: Omit<EventNote, 'seal'> = {
      ledger: 1,
      attempt,
      head,
      ...command,
      version: event.version,
      occurredAt: event.occurredAt,
      recordedAt,
      actor: event.actor,
      client: event.client,
      organizationId: event.organizationId,
      $correlationId: event.correlationId,
      $causationId: event.causationId,
      at,
      of: events.length,
      dataSha256: sha256(event.data),
    };
    return written(event.eventId, event.type, event.data, { ...note, seal: eventSeal(stream, event, note) });
  });
}

/** A command that had nothing to add, as it is written. `id` is that of the record. */
export function commandToWrite(
  { stream, expected, command }: Append & { command: { commandId: string; fingerprint: string } },
  { attempt, head }: { attempt: string; head: number },
): EventData {
  const note: Omit<CommandNote, 'seal'> = {
    ledger: 1,
    attempt,
    head,
    ...command,
    stream,
    expected: expected === 'any' ? null : expected === 'none' ? -1 : expected,
  };
  return written(attempt, COMMAND_TYPE, '', { ...note, seal: sha256(JSON.stringify(note)) });
}

/** A page of the index, as it is written. */
export const pageToWrite = (content: Buffer): EventData =>
  binaryEvent({ id: randomUUID(), type: PAGE_TYPE, data: content, metadata: { sha256: sha256(content) } });

/** What a record of the log is to the ledger. */
export function serverRecordOf(recorded: RecordedEvent): ServerRecord {
  const base = {
    at: { commit: Number(recorded.position!.commit), prepare: Number(recorded.position!.prepare) },
    stream: recorded.streamId,
    serverRevision: Number(recorded.revision),
  };
  if (recorded.streamId === INDEX_STREAM) return pageRecordOf(recorded, base);
  // The ledger writes no JSON: what is, is somebody else's.
  if (recorded.isJson) return { kind: 'foreign', ...base };
  const note = recorded.metadata as Partial<EventNote & CommandNote> | undefined;
  if (note?.ledger !== 1 || typeof note.attempt !== 'string')
    return { kind: wasOurs(recorded) ? 'damaged' : 'foreign', ...base };
  if (recorded.streamId === COMMANDS_STREAM) {
    const { seal, ...said } = note as CommandNote;
    const isIntact = seal === sha256(JSON.stringify(said));
    return isIntact ? { kind: 'command', ...base, note: note as CommandNote } : { kind: 'damaged', ...base };
  }
  return ledgerRecordOf(recorded, base, note as EventNote);
}

function pageRecordOf({ isJson, data, metadata }: RecordedEvent, base: Omit<ForeignRecord, 'kind'>): PageRecord {
  const content = isJson ? Buffer.alloc(0) : Buffer.from(data);
  const isIntact = (metadata as { sha256?: unknown } | undefined)?.sha256 === sha256(content);
  return { kind: 'page', ...base, content, isIntact };
}

/** Whether metadata of which a byte has changed was once written by the ledger: of its marks, one byte cannot hide two. */
function wasOurs({ metadata }: RecordedEvent): boolean {
  const text = metadata instanceof Uint8Array ? Buffer.from(metadata).toString('utf8') : JSON.stringify(metadata ?? {});
  return ['"ledger":1', '"attempt":"', '"seal":"'].filter((mark) => text.includes(mark)).length >= 2;
}

function ledgerRecordOf(recorded: RecordedEvent, base: Omit<ForeignRecord, 'kind'>, note: EventNote): LedgerRecord {
  const data = Buffer.from(recorded.data as Uint8Array);
  const event: NewEvent = {
    eventId: recorded.id,
    type: recorded.type,
    version: note.version,
    data: data.toString('utf8'),
    occurredAt: note.occurredAt,
    actor: note.actor,
    client: note.client,
    organizationId: note.organizationId,
    correlationId: note.$correlationId,
    causationId: note.$causationId,
  };
  const { seal, ...said } = note;
  const isIntact = note.dataSha256 === sha256(data) && seal === eventSeal(base.stream, event, said);
  return { kind: 'event', ...base, event, note, isIntact };
}

function written(id: string, type: string, data: string, note: object): EventData {
  // Binary on purpose: the client would parse JSON and write it anew, and with it other bytes.
  return binaryEvent({ id, type, data: Buffer.from(data, 'utf8'), metadata: note as Record<string, unknown> });
}

const eventSeal = (stream: string, { eventId, type }: NewEvent, note: object): string =>
  sha256(JSON.stringify([stream, eventId, type, note]));

const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
