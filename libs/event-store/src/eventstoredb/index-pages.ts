import { gunzipSync, gzipSync } from 'node:zlib';
import type { IndexFact } from './index-fact';
import type { LedgerIndex } from './ledger-index';
import { isSamePlace, type LogPosition } from './log-position';
import { AppendTooLarge, type ServerConnection, WRONG_REVISION } from './server-connection';
import { INDEX_STREAM, type PageRecord, pageToWrite } from './server-record';

const PAGES_AT_ONCE = 16;

interface Page {
  /** Of this form; another one is not read. */
  form: 1;
  number: number;
  /** Up to where in the log the pages before it go; null for the first one. */
  after: LogPosition | null;
  through: LogPosition;
  facts: IndexFact[];
}

/**
 * The index as it is kept beside the events, in pages that follow on each other. They only save time: what they hold follows from the
 * log, so all processes would write the same ones, and the first to write a page keeps it.
 */
export class IndexPages {
  private facts: IndexFact[] = [];
  private number = 0;
  private after: LogPosition | null = null;
  /** Revision of the last page in its stream; -1 when there is none. */
  private revision = -1;
  private readonly closed: Page[] = [];
  private writing: Promise<void> | undefined;
  private isGivenUp = false;

  constructor(
    private readonly server: ServerConnection,
    private readonly onTrouble: ((error: Error) => void) | undefined,
    private readonly factsPerPage: number,
  ) {}

  /** Hands the kept pages to an empty index, as far as they are whole and follow on each other. Throws `StoreUnavailable`. */
  async restore(index: LedgerIndex): Promise<void> {
    for (let from = 0; ; from = this.revision + 1) {
      const records = await this.server.readStream(INDEX_STREAM, from, PAGES_AT_ONCE);
      for (const record of records) {
        const page = this.nextPageOf(record as PageRecord);
        if (!page) return this.giveUp(`page ${this.number} of the index is not what was written`);
        index.restore(page.facts, page.through);
        this.moveOn(page, record.serverRevision);
      }
      if (records.length < PAGES_AT_ONCE) return;
    }
  }

  add(fact: IndexFact): void {
    if (!this.isGivenUp) this.facts.push(fact);
  }

  /** Closes the page and has it written, once it is full and no append is half read. */
  closeIfFull({ through, isBetweenAppends }: LedgerIndex): void {
    if (this.facts.length < this.factsPerPage || !isBetweenAppends) return;
    const last = this.closed.at(-1);
    this.closed.push({
      form: 1,
      number: last ? last.number + 1 : this.number,
      after: last ? last.through : this.after,
      through: through!,
      facts: this.facts,
    });
    this.facts = [];
    this.writing ??= this.writeClosed().finally(() => (this.writing = undefined));
  }

  /** Waits until nothing is being written any more. */
  async written(): Promise<void> {
    await this.writing;
  }

  private async writeClosed(): Promise<void> {
    try {
      for (let page = this.closed[0]; page && !this.isGivenUp; page = this.closed[0]) {
        const expected = this.revision < 0 ? 'no_stream' : BigInt(this.revision);
        const answer = await this.server.append(INDEX_STREAM, [pageToWrite(contentOf(page))], expected);
        const [kept] = await this.server.readStream(INDEX_STREAM, this.revision + 1, 1);
        if (answer === WRONG_REVISION && !this.isKept(kept as PageRecord | undefined, page))
          return this.giveUp(`another process keeps another page ${page.number} of the index`);
        this.moveOn(page, kept!.serverRevision);
        this.closed.shift();
      }
    } catch (error) {
      if (error instanceof AppendTooLarge) return this.giveUp(error.message);
      // The page waits for the next one to be closed.
      this.onTrouble?.(error as Error);
    }
  }

  private isKept(kept: PageRecord | undefined, { number, through }: Page): boolean {
    const page = kept && this.nextPageOf(kept);
    return page?.number === number && isSamePlace(page.through, through);
  }

  /** The page that a record holds, if it is the one that follows. */
  private nextPageOf(record: PageRecord): Page | undefined {
    if (!record.isIntact) return undefined;
    const page = JSON.parse(gunzipSync(record.content).toString('utf8')) as Page;
    const isAfterThis = this.after ? page.after !== null && isSamePlace(page.after, this.after) : page.after === null;
    const follows = page.number === this.number && isAfterThis;
    return page.form === 1 && follows ? page : undefined;
  }

  private moveOn({ number, through }: Page, serverRevision: number): void {
    this.number = number + 1;
    this.after = through;
    this.revision = serverRevision;
  }

  /** Goes on without keeping pages: the index itself is whole. */
  private giveUp(why: string): void {
    this.isGivenUp = true;
    this.facts = [];
    this.closed.length = 0;
    this.onTrouble?.(new Error(`${why}; delete the stream ${INDEX_STREAM} to have it kept anew`));
  }
}

const contentOf = (page: Page): Buffer => gzipSync(JSON.stringify(page));
