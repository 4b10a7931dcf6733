import {
  type Append,
  type AppendResult,
  type CommandMark,
  type ErasePersonRequest,
  type EventPage,
  type FeedRequest,
  ledgerSubjects,
  type Masked,
  type PersonalValue,
  type PersonErased,
  type ReadRequest,
  type SealedField,
  type StoredEvent,
  type UnsealRequest,
} from '@gongyou/contracts';
import type { Caller } from '../caller';
import { type RecordedEvent, recordedEvent } from './recorded-event';

/** As many events as the ledger hands out at once. */
const PAGE = 1_000;

/** The answer to a command that was carried out before, or how its key stands. */
export type CommandRecord = { known: false } | { known: true; hasSameBody: boolean; result: AppendResult };

/** The ledger as the other services reach it: over NATS, never through the store itself. */
export class NatsLedger {
  constructor(private readonly caller: Caller) {}

  /** One result per append, in order; a conflict in one does not undo the others. Durable once it answers; safe to repeat. */
  append(appends: readonly Append[]): Promise<readonly AppendResult[]> {
    return this.caller.request(ledgerSubjects.append, { appends });
  }

  /** A stream's events from a revision on; a page of them. */
  async readStream(request: ReadRequest): Promise<EventPage> {
    return pageOf((await this.caller.ask(ledgerSubjects.read, JSON.stringify(request))).string());
  }

  /** All events of a stream from a revision on, read in as few requests as it takes. */
  async *eventsOf(stream: string, from = 0): AsyncGenerator<RecordedEvent> {
    for (let next = from; ;) {
      const { events, through, head } = await this.readStream({ stream, from: next, limit: PAGE });
      yield* events.map(recordedEvent);
      next += events.length;
      // A page that is neither full nor was cut to the size of a message reaches the end of the stream.
      if (events.length < PAGE && through === head) return;
    }
  }

  /** Events of all streams in the order of their positions; waits up to `waitMs` for a first one. */
  async feed(request: FeedRequest): Promise<EventPage> {
    const answer = await this.caller.ask(ledgerSubjects.feed, JSON.stringify(request), {}, request.waitMs + 10_000);
    return pageOf(answer.string());
  }

  /** What is known of a command by its id, and whether it had the same body then: the ledger keeps no fingerprint as it was sent. */
  command(mark: CommandMark): Promise<CommandRecord> {
    return this.caller.request(ledgerSubjects.command, mark);
  }

  /**
   * The plain values of sealed fields of one person, in order; null where the person was erased. Only a service that has recorded the
   * look and its purpose as an event may ask. Throws a problem for a value that is not this person's or was altered.
   */
  async unseal(request: UnsealRequest): Promise<readonly (string | null)[]> {
    return (await this.caller.request<{ values: (string | null)[] }>(ledgerSubjects.unseal, request)).values;
  }

  /** What may be shown of sealed fields, and what they are found by, in order; null where the person was erased. */
  async masks(fields: readonly SealedField[]): Promise<readonly (Masked | null)[]> {
    return (await this.caller.request<{ masks: (Masked | null)[] }>(ledgerSubjects.masks, { fields })).masks;
  }

  /** The blind indexes of plain values, in order, each 64 hexadecimal digits: an identifier for exact search and stream names. */
  async blindIndexes(values: readonly PersonalValue[]): Promise<readonly string[]> {
    return (await this.caller.request<{ indexes: string[] }>(ledgerSubjects.blindIndex, { values })).indexes;
  }

  /** Destroys the key of a person for ever; safe to repeat. What law says must be kept is the caller's to keep in other fields. */
  erasePerson(request: ErasePersonRequest): Promise<PersonErased> {
    return this.caller.request(ledgerSubjects.erasePerson, request);
  }
}

/** The text lines of a page; `pageOf` reads them back. */
export function linesOf(page: EventPage): string {
  const lines = [JSON.stringify({ through: page.through, head: page.head })];
  for (const { entry, data } of page.events) lines.push(entry, data);
  return lines.join('\n');
}

export function pageOf(text: string): EventPage {
  const [first, ...lines] = text.split('\n');
  const { through, head } = JSON.parse(first!) as { through: number; head: number };
  const events: StoredEvent[] = [];
  for (let line = 0; line < lines.length; line += 2) events.push({ entry: lines[line]!, data: lines[line + 1]! });
  return { events, through, head };
}
