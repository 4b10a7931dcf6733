import {
  type Append,
  assertKeeps,
  ContractViolation,
  findEvent,
  MOST_VALUES,
  type NewEvent,
  UnknownEvent,
  upcast,
} from '@gongyou/contracts';
import { PlatformProblem } from '@gongyou/messaging';

/** The most that the data of one event may weigh, in bytes of UTF-8. */
export const MOST_EVENT_BYTES = 262_144;
/** The most events that one append may hold. */
export const MOST_EVENTS = 1_000;

/** A service that receives a command and the ledger may stand on machines whose clocks differ by this. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

/** A stream's name: its category in lower camel, a dash, the aggregate's id. */
export const streamPattern = /^[a-z][A-Za-z0-9]*-[A-Za-z0-9~-]{1,400}$/;

/** Refuses what may not be stored: the ledger is the last to look at an event before it is there for ever. */
export function checkAppend(append: Append): void {
  // The name is not repeated: one that breaks the rule may hold anything, a person's number too.
  if (!streamPattern.test(append.stream)) throw unfit('ledger.badStream', 'the name of the stream', '');
  if (append.events.length > MOST_EVENTS)
    throw unfit('ledger.tooManyEvents', 'the number of events', String(append.events.length));
  if (append.events.length === 0 && !append.command)
    throw unfit('ledger.nothingToAppend', 'an append without events and command', append.stream);
  const now = Date.now();
  for (const event of append.events) checkEvent(event, now);
}

function checkEvent(event: NewEvent, now: number): void {
  if (!uuidPattern.test(event.eventId)) throw unfit('ledger.badEventId', 'the event id', event.type);
  if (Buffer.byteLength(event.data) > MOST_EVENT_BYTES)
    throw unfit('ledger.eventTooLarge', 'the size of the data', event.type);
  // Events are handed on as lines of text.
  if (event.data.includes('\n')) throw unfit('ledger.notOneLine', 'the data must be JSON on one line', event.type);
  const occurredAt = Date.parse(event.occurredAt);
  // `Date.parse` takes the 30th of February for the 2nd of March.
  if (Number.isNaN(occurredAt) || new Date(occurredAt).toISOString() !== event.occurredAt)
    throw unfit('ledger.noSuchInstant', 'the instant at which it occurred', event.type);
  if (occurredAt > now + CLOCKS_DIFFER_MS) throw unfit('ledger.fromTheFuture', 'it has not occurred yet', event.type);
  const contract = findEvent(event.type);
  if (!contract) throw unfit('ledger.unknownEvent', 'the event type', event.type);
  try {
    assertKeeps(
      contract.class,
      upcast(event.type, event.version, JSON.parse(event.data) as Record<string, unknown>),
      // An event says a little more than the command that caused it.
      2 * MOST_VALUES,
    );
  } catch (error) {
    if (error instanceof UnknownEvent)
      throw unfit('ledger.unknownEvent', 'the event version', `${event.type} ${event.version}`);
    if (error instanceof SyntaxError) throw unfit('ledger.notJson', 'the data must be JSON', event.type);
    if (error instanceof ContractViolation) {
      throw new PlatformProblem(
        'invalid',
        'ledger.contractViolated',
        texts(`事件 ${event.type} 不符合约定`, `Event ${event.type} does not keep its contract`),
        {},
        error.violations,
      );
    }
    throw error;
  }
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const unfit = (code: string, what: string, named: string): PlatformProblem =>
  new PlatformProblem('invalid', code, texts(`账本拒收事件：${what}`, `The ledger refuses this event: ${what}`), {
    named,
  });

const texts = (zh: string, en: string) => ({ zh, en });
