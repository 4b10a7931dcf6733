import { PlatformProblem, type Sender } from '@gongyou/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { isNotSetUp, isOutage } from '../database/database-error';
import { readCheckpoint } from '../intake/checkpoint';
import type { CheckpointWatch } from '../intake/checkpoint-watch';
import { readingTexts } from './reading.texts';

const LONGEST_WAIT_MS = 5_000;

/**
 * The lock keeps another set of read models from being put in the place of this one until all is read. It comes before the first
 * query, which takes the snapshot: a reader that had to wait for a switch then sees the new set as it stands.
 */
const BEGIN_READING = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; LOCK TABLE checkpoint IN ACCESS SHARE MODE';

/** What a query sees: one consistent state of the read models, and the position that it has come to. */
export interface Snapshot {
  tx: EntityManager;
  position: number;
}

/** The one way in which queries read: behind what the sender has already seen, and from one snapshot. */
export class Reading {
  constructor(
    private readonly dataSource: DataSource,
    private readonly watch: CheckpointWatch,
  ) {}

  /**
   * Waits, bounded, until the read models have taken in what the sender names (`after`), then reads in one repeatable-read
   * transaction. Throws `unavailable` problems while they have not come that far, are being rebuilt, or cannot be reached.
   */
  async snapshot<T>(sender: Pick<Sender, 'after'>, read: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    const { after } = sender;
    if (after !== undefined && !(await this.watch.until(after, LONGEST_WAIT_MS)))
      throw notYetThere(this.watch.position, after);
    try {
      return await this.transaction(read);
    } catch (error) {
      if (isNotSetUp(error))
        throw new PlatformProblem('unavailable', 'reporting.beingRebuilt', readingTexts.beingRebuilt);
      if (isOutage(error)) {
        throw new PlatformProblem('unavailable', 'reporting.noDatabase', readingTexts.noDatabase, {}, undefined, {
          cause: error,
        });
      }
      throw error;
    }
  }

  private async transaction<T>(read: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    const session = this.dataSource.createQueryRunner();
    try {
      try {
        await session.query(BEGIN_READING);
        const tx = session.manager;
        return await read({ tx, position: await readCheckpoint(tx) });
      } finally {
        // There is nothing to keep; a connection that broke has ended its transaction itself.
        await session.query('ROLLBACK').catch(() => undefined);
      }
    } finally {
      await session.release();
    }
  }
}

export const notYetThere = (position: number, wanted: number): PlatformProblem =>
  new PlatformProblem('unavailable', 'reporting.notYetThere', readingTexts.notYetThere, { position, wanted });
