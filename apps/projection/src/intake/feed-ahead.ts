import type { EventPage } from '@gongyou/contracts';
import type { EventLog } from './event-log';
import { type ReadPage, readPage, type ReadableEvent } from './readable-event';

/** Events of one page; the ledger may give fewer. */
const PAGE = 1_000;
/** Most events that wait to be taken in; they are then taken in together. */
const MOST_AHEAD = 8_000;

/** What was read ahead, and where the ledger ended at that time. */
export interface Stretch extends ReadPage {
  head: number;
}

/**
 * Reads the ledger's feed ahead of who takes it in: while one stretch is written, the next pages come and are read. Who is behind
 * so gets large stretches, and who is level gets each event at once.
 */
export class FeedAhead {
  private readonly pages: Stretch[] = [];
  private waiting = 0;
  private failure: { error: unknown } | undefined;
  private stopped = false;
  private wake: () => void = () => undefined;
  private goOn: () => void = () => undefined;

  /** @param waitMs how long quiet times last: then an empty stretch is told */
  constructor(
    private readonly log: EventLog,
    private readonly after: number,
    private readonly waitMs: number,
  ) {
    void this.read();
  }

  /** All that has come since the last call; waits for the first of it. Throws what the ledger's feed threw. */
  async next(signal: AbortSignal): Promise<Stretch> {
    if (this.pages.length === 0 && !this.failure) await this.arrival(signal);
    signal.throwIfAborted();
    if (this.pages.length === 0) throw this.failure!.error;
    const pages = this.pages.splice(0);
    this.waiting = 0;
    this.goOn();
    const { through, head } = pages.at(-1)!;
    return { events: pages.length === 1 ? pages[0]!.events : joined(pages), through, head };
  }

  stop(): void {
    this.stopped = true;
    this.goOn();
  }

  private arrival(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const woken = (): void => {
        signal.removeEventListener('abort', woken);
        resolve();
      };
      this.wake = woken;
      signal.addEventListener('abort', woken, { once: true });
      if (signal.aborted) woken();
    });
  }

  private async read(): Promise<void> {
    try {
      let coming = this.ask(this.after);
      while (!this.stopped) {
        const page = await coming;
        // Asked for at once: the ledger reads the next page while this one is read here.
        if (this.waiting + page.events.length < MOST_AHEAD) coming = this.ask(page.through);
        this.pages.push({ ...readPage(page), head: page.head });
        this.waiting += page.events.length;
        this.wake();
        if (this.waiting < MOST_AHEAD) continue;
        await new Promise<void>((resolve) => (this.goOn = resolve));
        if (this.stopped) return;
        coming = this.ask(page.through);
      }
    } catch (error) {
      this.failure = { error };
      this.wake();
    }
  }

  private ask(after: number): Promise<EventPage> {
    const page = this.log.feed({ after, limit: PAGE, waitMs: this.waitMs });
    // Its failure is told when it is waited for, which may be later or, once this has stopped, never.
    page.catch(() => undefined);
    return page;
  }
}

const joined = (pages: readonly Stretch[]): ReadableEvent[] => pages.flatMap(({ events }) => events as ReadableEvent[]);
