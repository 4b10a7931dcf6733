import type { DataSource, EntityManager } from 'typeorm';
import { openDatabase } from '../database/data-source';
import { setUp, startOver } from '../database/set-up';
import { Posting } from '../indicator-ledger/posting.entity';
import { readCheckpoint } from '../intake/checkpoint';
import type { EventLog } from '../intake/event-log';
import { FeedAhead } from '../intake/feed-ahead';
import type { Intake } from '../intake/intake';
import { Lease } from '../intake/lease';
import { readPage } from '../intake/readable-event';

const PAGE = 1_000;
const WAIT_MS = 1_000;

/**
 * A whole set of read models in a schema of its own, beside the live one. Who holds it open may write it: one process at a time.
 * Each stretch of events is one transaction with the set's own checkpoint, so that it can be left off and taken up anywhere.
 */
export class ReadModelSet {
  private constructor(
    private readonly dataSource: DataSource,
    private readonly lease: Lease,
    private readonly log: EventLog,
    private readonly intake: Intake,
  ) {}

  /** Opens the set, and makes it when it is not there. Waits for another process that has it open, until `signal` is aborted. */
  static async open(
    databaseUrl: string,
    schema: string,
    log: EventLog,
    intake: Intake,
    signal: AbortSignal,
  ): Promise<ReadModelSet> {
    // A connection that breaks fails the statement that it carries, which tells of it.
    const dataSource = await openDatabase(databaseUrl, () => undefined, schema);
    try {
      return new ReadModelSet(dataSource, await Lease.take(dataSource, signal), log, intake);
    } catch (error) {
      await dataSource.destroy();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.lease.giveBack();
    await this.dataSource.destroy();
  }

  /** Takes in all that the ledger holds, from where it was left off, or from the first event on. Throws when `signal` is aborted. */
  async fill({ afresh }: { afresh: boolean }, signal: AbortSignal): Promise<void> {
    await (afresh ? startOver(this.dataSource) : setUp(this.dataSource));
    let position = await this.position();
    if (position < 0) await this.dropPostingIndexes();
    const feed = new FeedAhead(this.log, position, WAIT_MS);
    try {
      for (let head = Infinity; position < head;) {
        const stretch = await feed.next(signal);
        ({ head } = stretch);
        if (stretch.through === position) break;
        await this.transaction((tx) => this.intake.takeIn(tx, position, stretch));
        position = stretch.through;
      }
    } finally {
      feed.stop();
    }
    await this.complete();
  }

  /** Takes in the events up to a position and none after it. */
  async bringTo(position: number): Promise<void> {
    for (let after = await this.position(); after < position;) {
      const limit = Math.min(PAGE, position - after);
      const page = await this.log.feed({ after, limit, waitMs: 0 });
      if (page.through === after) throw new Error(`the ledger has no event after position ${after}`);
      await this.transaction((tx) => this.intake.takeIn(tx, after, readPage(page)));
      after = page.through;
    }
  }

  /** What makes it fit to be read: indexes, and statistics for the planner. */
  async complete(): Promise<void> {
    for (const { name, columns } of this.dataSource.getMetadata(Posting).indices) {
      const names = columns.map((column) => column.databaseName).join(', ');
      await this.dataSource.query(`CREATE INDEX IF NOT EXISTS ${name} ON posting (${names})`);
    }
    for (const { tableName } of this.dataSource.entityMetadatas) await this.dataSource.query(`ANALYZE ${tableName}`);
  }

  position(): Promise<number> {
    return readCheckpoint(this.dataSource.manager);
  }

  /** Half of the time of a rebuild would go into them; made at the end they take a tenth. */
  private async dropPostingIndexes(): Promise<void> {
    for (const { name } of this.dataSource.getMetadata(Posting).indices) {
      await this.dataSource.query(`DROP INDEX IF EXISTS ${name}`);
    }
  }

  private transaction<T>(write: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.lease.session.manager.transaction(write);
  }
}
