import type { CommandMark } from '@gongyou/contracts';
import type { LogPosition } from './log-position';

/** An event has its position: the next one. */
export interface EventPlaced {
  kind: 'event';
  stream: string;
  eventId: string;
  type: string;
  at: LogPosition;
  /** Hash of what must be the same for an event to be the same one, in base64. */
  content: string;
}

/** A revision of the server is taken by what has no place in the ledger. */
export interface RevisionVoid {
  kind: 'void';
  stream: string;
  serverRevision: number;
}

/** A command was carried out. */
export interface CommandKnown extends CommandMark {
  kind: 'command';
  stream: string;
  revision: number;
  /** Of its last event; where the ledger stood if it has none. */
  position: number;
  events: number;
}

/** What the index learnt from the log. The facts in their order make the index. */
export type IndexFact = EventPlaced | RevisionVoid | CommandKnown;
