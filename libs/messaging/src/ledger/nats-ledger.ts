import {
  type Append,
  type AppendResult,
  type EventPage,
  type FeedRequest,
  ledgerSubjects,
  type ReadRequest,
  type StoredEvent,
} from '@gongyou/contracts';
import type { Caller } from '../caller';

/** The answer to a command that was carried out before, or how its key stands. */
export type CommandRecord = { known: false } | { known: true; fingerprint: string; result: AppendResult };

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

  /** Events of all streams in the order of their positions; waits up to `waitMs` for a first one. */
  async feed(request: FeedRequest): Promise<EventPage> {
    const answer = await this.caller.ask(ledgerSubjects.feed, JSON.stringify(request), {}, request.waitMs + 10_000);
    return pageOf(answer.string());
  }

  /** What is known of a command by its id. */
  command(commandId: string): Promise<CommandRecord> {
    return this.caller.request(ledgerSubjects.command, { commandId });
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
