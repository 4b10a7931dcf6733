import { StoredEventAltered, StoreUnavailable } from '../event-store.port';
import { IndexPages } from './index-pages';
import { type JudgedAppend, LedgerIndex, LogBroken } from './ledger-index';
import { isAfter, type LogPosition } from './log-position';
import type { ServerConnection } from './server-connection';

const RETRY_MS = 200;

interface Waiting {
  position: LogPosition;
  passed: () => void;
}

/**
 * Keeps the index at the end of the server's log: follows the log by a subscription and takes it up again where it broke off.
 * Whoever needs to know that the index holds all that was written until now asks for `catchUp`.
 */
export class LogFollower {
  readonly index: LedgerIndex;
  private readonly pages: IndexPages;
  private readonly listeners = new Set<(head: number) => void>();
  private readonly attempts = new Map<string, (judged: JudgedAppend) => void>();
  private readonly waiting = new Set<Waiting>();
  /** Up to where it is known that nothing stands in the log but what the index has taken and the server's own records. */
  private looked: LogPosition | undefined;
  private records = 0;
  private broken: LogBroken | undefined;
  private stopped = false;
  private stopFollowing: (() => Promise<void>) | undefined;
  private following: Promise<void> | undefined;
  private asking: Promise<void> | undefined;
  private askingNext: Promise<void> | undefined;

  constructor(
    private readonly server: ServerConnection,
    private readonly onTrouble: ((error: Error) => void) | undefined,
    factsPerPage: number,
  ) {
    this.pages = new IndexPages(server, onTrouble, factsPerPage);
    this.index = new LedgerIndex((fact) => this.pages.add(fact));
  }

  /** Takes over the pages of the index that are kept, and follows the log from there. Throws `StoreUnavailable`. */
  async start(): Promise<void> {
    await this.pages.restore(this.index);
    this.following = this.follow();
  }

  /** Waits until the index holds all that was in the log when this was called. Throws `StoreUnavailable`. */
  catchUp(): Promise<void> {
    // A question that is on its way may have been answered before now; those who come meanwhile share the next one.
    this.askingNext ??= (this.asking ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => {
        this.askingNext = undefined;
        this.asking = this.passEnd();
        return this.asking;
      });
    return this.askingNext;
  }

  /** Waits until the index has gone past a place in the log. Throws `StoreUnavailable` when it stands still for too long. */
  async pass(position: LogPosition): Promise<void> {
    let records = -1;
    while (!this.isPast(position)) {
      this.refuseIfBroken();
      if (this.stopped) throw new StoreUnavailable('the event store is closed');
      if (records === this.records)
        throw new StoreUnavailable(`EventStoreDB's log was not read on within ${this.server.patienceMs} ms`);
      records = this.records;
      await this.passedWithin(position, this.server.patienceMs);
    }
    this.refuseIfBroken();
  }

  /** Tells once how an attempt to append was judged, when it is found in the log. Answers how to stop waiting. */
  onJudged(attempt: string, listener: (judged: JudgedAppend) => void): () => void {
    this.attempts.set(attempt, listener);
    return () => this.attempts.delete(attempt);
  }

  onCommitted(listener: (head: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Throws `StoredEventAltered` when the log is not what was written. */
  refuseIfBroken(): void {
    if (this.broken) throw new StoredEventAltered(this.broken.position);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.stopFollowing?.();
    this.wakeAll();
    await this.following;
    await this.pages.written();
  }

  private async follow(): Promise<void> {
    while (!this.stopped && !this.broken) {
      const { records, stop } = this.server.follow(this.index.through);
      this.stopFollowing = stop;
      try {
        for await (const record of records) {
          this.announce(this.index.take(record));
          this.records += 1;
          this.wakePassed();
          this.pages.closeIfFull(this.index);
          if (this.stopped) break;
        }
      } catch (error) {
        if (error instanceof LogBroken) this.broken = error;
        if (!this.stopped) this.onTrouble?.(error as Error);
      }
      await stop();
      if (!this.stopped && !this.broken) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    this.wakeAll();
  }

  private announce(judged: JudgedAppend | undefined): void {
    if (!judged) return;
    this.attempts.get(judged.attempt)?.(judged);
    this.attempts.delete(judged.attempt);
    if (judged.result) for (const listener of this.listeners) listener(this.index.head);
  }

  private async passEnd(): Promise<void> {
    this.refuseIfBroken();
    const { end, newest } = await this.server.endOfLog(later(this.looked, this.index.through));
    if (newest) await this.pass(newest);
    this.looked = end;
  }

  private wakePassed(): void {
    for (const each of this.waiting) {
      if (!this.isPast(each.position)) continue;
      this.waiting.delete(each);
      each.passed();
    }
  }

  private wakeAll(): void {
    for (const each of this.waiting) each.passed();
    this.waiting.clear();
  }

  private isPast(position: LogPosition): boolean {
    const { through, isBetweenAppends } = this.index;
    // A position within an append is passed when the append is judged, which is with its last record.
    return through !== undefined && isBetweenAppends && !isAfter(position, through);
  }

  private passedWithin(position: LogPosition, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const each: Waiting = {
        position,
        passed: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        this.waiting.delete(each);
        resolve();
      }, ms);
      this.waiting.add(each);
    });
  }
}

const later = (one: LogPosition | undefined, other: LogPosition | undefined): LogPosition | undefined =>
  one && other ? (isAfter(one, other) ? one : other) : (one ?? other);
