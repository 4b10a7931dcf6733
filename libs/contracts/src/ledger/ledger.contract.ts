import type { PersonalKind } from '../declare/personal';

/**
 * What the ledger and the services say to each other over NATS. Internal: only the platform's own parts may publish here.
 * Events travel as text lines, so that the bytes that were stored are the bytes that are hashed, read and compared.
 */

export const ledgerSubjects = {
  append: 'ledger.append',
  read: 'ledger.read',
  feed: 'ledger.feed',
  command: 'ledger.command',
  unseal: 'ledger.unseal',
  masks: 'ledger.masks',
  blindIndex: 'ledger.blind-index',
  erasePerson: 'ledger.erase-person',
} as const;

/** `none`: the stream must not exist; a number: the revision it must stand at; `any`: no expectation. */
export type ExpectedRevision = 'any' | 'none' | number;

/** An event on its way to the store. Its place in stream and feed is given by the store. */
export interface NewEvent {
  /** UUIDv7. The same id is stored once. */
  eventId: string;
  type: string;
  version: number;
  /** JSON text on one line; kept byte for byte. */
  data: string;
  /** ISO 8601 in UTC: when the command that caused it was received. */
  occurredAt: string;
  actor: string;
  client: string;
  organizationId: string;
  correlationId: string;
  causationId: string;
}

/** The command that an append carries out. Kept as long as the store, so that a key works once for ever. */
export interface CommandMark {
  /** One per caller, operation and idempotency key. */
  commandId: string;
  /** SHA-256 of the command's canonical body. The ledger keeps a keyed hash of it: a body with an ID number could be guessed. */
  fingerprint: string;
}

export interface Append {
  stream: string;
  expected: ExpectedRevision;
  /** May be empty when a command is marked: the command was judged and had nothing to add. */
  events: readonly NewEvent[];
  command?: CommandMark;
}

/** The place of one stored event. */
export interface Placed {
  eventId: string;
  type: string;
  revision: number;
  position: number;
}

export type AppendResult =
  /** `repeated`: it had been stored before, and this is the answer of the first time. */
  | { outcome: 'stored' | 'repeated'; stream: string; revision: number; position: number; events: readonly Placed[] }
  /** The stream stands at another revision than expected (-1: it does not exist). Nothing was stored. */
  | { outcome: 'conflict'; stream: string; actualRevision: number }
  /** The command's key was used before with another body. Nothing was stored. */
  | { outcome: 'keyReused'; stream: string; commandId: string }
  /** An event id was used before with other data or in another stream. Nothing was stored. */
  | { outcome: 'eventIdReused'; stream: string; eventId: string };

/** What is said about an event beside its data. Its JSON text is the entry that is hashed into the ledger's tree. */
export interface Envelope {
  position: number;
  stream: string;
  revision: number;
  eventId: string;
  type: string;
  version: number;
  occurredAt: string;
  recordedAt: string;
  actor: string;
  client: string;
  organizationId: string;
  correlationId: string;
  causationId: string;
  /** Absent when the append marked no command. */
  commandId?: string;
  /** SHA-256 of the data's bytes, hexadecimal. */
  dataSha256: string;
}

/** An event as it stands in the store: both texts exactly as they are hashed. */
export interface StoredEvent {
  /** JSON text of the envelope. */
  entry: string;
  /** JSON text of the data. */
  data: string;
}

export interface ReadRequest {
  stream: string;
  /** First revision wanted. */
  from: number;
  limit: number;
}

export interface FeedRequest {
  /** Events after this position; -1 for all. */
  after: number;
  limit: number;
  /** How long the answer may wait for a first event, in milliseconds. */
  waitMs: number;
  /** Only these event types; all when absent. */
  types?: readonly string[];
}

/**
 * A page of events. On the wire: a first line `{"through":N,"head":N}` and then two lines for each event, its entry and its data.
 * `through` is the position that the page reaches: with a filter it may lie beyond its last event. `head` is the last position stored, as far as the ledger process has heard; exact on a page without events.
 * For a page of one stream both are the position of its last event, -1 when it is empty; `through` is less when the page was cut to the
 * size of a message.
 */
export interface EventPage {
  events: readonly StoredEvent[];
  through: number;
  head: number;
}

/** Personal fields of one person, as events hold them, to be read in the clear. Whoever asks has recorded the look before. */
export interface UnsealRequest {
  personId: string;
  /** The sealed texts, at most `MOST_SEALED`. */
  values: readonly string[];
}

/** A personal field as an event holds it, and the person whom the event names. */
export interface SealedField {
  personId: string;
  value: string;
}

/** What may be shown of a personal field, and what it is found by. */
export interface Masked {
  kind: PersonalKind;
  /** Such as `张*明` and `138****5678`. */
  masked: string;
  /**
   * The blind index of the value: 64 hexadecimal digits, equal for equal values of one kind, and telling nothing without the
   * ledger's master key.
   */
  index: string;
}

/** A value in the clear that is looked for, or that a stream is named by. */
export interface PersonalValue {
  kind: PersonalKind;
  value: string;
}

export interface ErasePersonRequest {
  personId: string;
  /** Why, as an identifier, such as `asked-by-the-person`: it is kept for ever and may tell nothing of the person. */
  reason: string;
}

/** The person's key is gone, and none is made again. Asked once more, the ledger answers with the instant of the first time. */
export interface PersonErased {
  personId: string;
  erasedAt: string;
}

/** As many personal fields as one request may hold. */
export const MOST_SEALED = 1_000;
