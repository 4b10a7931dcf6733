import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { isNotSetUp } from '../database/database-error';
import { schemaOf, setUp, startOver } from '../database/set-up';
import { CheckpointMoved } from './checkpoint';
import { checkpointChannel } from './checkpoint-watch';
import type { EventLog } from './event-log';
import { failureText } from './failure';
import { FeedAhead } from './feed-ahead';
import type { Intake } from './intake';
import { Lease } from './lease';
import type { ParkedReplay } from './parked-replay';

/** Quiet times last no longer than this: then it is looked whether the read models are still there. */
const WAIT_MS = 1_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Events after which PostgreSQL is told how the ledger of indicators has grown. It looks for itself only a minute later, and until then
 * answers reports by plans for small tables.
 */
const GROWN_BY = 50_000;

/** What last kept the projection from going on. */
export interface Trouble {
  position: number;
  at: string;
  handler: string;
  message: string;
}

/**
 * Follows the ledger's feed and takes it in, stretch by stretch: read models and checkpoint move in one transaction. One instance works
 * at a time; another takes over when it dies. Read models that were dropped while it runs are set up again and filled from the
 * first event; an outage of the database or of the ledger is waited out with growing pauses.
 */
export class Consumer {
  private readonly stopping = new AbortController();
  private readonly logger = new Logger(Consumer.name);
  private running: Promise<void> | undefined;
  private pauseMs = FIRST_PAUSE_MS;
  private position = -1;
  private analyzedAt = -1;
  private isToStartOver = false;
  private lastTrouble: Trouble | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: EventLog,
    private readonly intake: Intake,
    private readonly replay: ParkedReplay,
  ) {}

  /** An outage that lasts, or the last one if it is over. */
  get trouble(): Trouble | undefined {
    return this.lastTrouble;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Resolves when the page at hand is taken in and the lease is given back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.work();
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        this.note(error);
        await pause(this.pauseMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
        this.pauseMs = Math.min(Math.max(this.pauseMs * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
      }
    }
  }

  private note(error: unknown): void {
    if (isNotSetUp(error) || error instanceof ReadModelsGone) {
      this.isToStartOver = true;
      this.pauseMs = 0;
      this.logger.warn('the read models are gone; they are set up again and filled from the first event');
      return;
    }
    if (error instanceof CheckpointMoved) {
      this.logger.warn('another instance has moved the checkpoint; going on from there');
      return;
    }
    const message = failureText(error);
    this.lastTrouble = { position: this.position, at: new Date().toISOString(), handler: 'intake', message };
    this.logger.warn(`taking in the ledger's events stopped and is tried again: ${message}`);
  }

  private async work(): Promise<void> {
    const lease = await Lease.take(this.dataSource, this.stopping.signal);
    try {
      await (this.isToStartOver ? startOver(this.dataSource) : setUp(this.dataSource));
      this.isToStartOver = false;
      await this.replay.run();
      this.position = await this.standing(lease.session.manager);
      this.analyzedAt = this.position;
      const feed = new FeedAhead(this.log, this.position, WAIT_MS);
      try {
        while (!this.stopping.signal.aborted) await this.step(lease.session, feed);
      } finally {
        feed.stop();
      }
    } finally {
      await lease.giveBack();
    }
  }

  private async step(session: QueryRunner, feed: FeedAhead): Promise<void> {
    const page = await feed.next(this.stopping.signal);
    if (page.head < this.position) throw new ReadModelsGone('they come from a longer ledger than this one');
    if (page.through === this.position) {
      if ((await this.standing(session.manager)) !== this.position) throw new CheckpointMoved(this.position);
      this.pauseMs = FIRST_PAUSE_MS;
      return;
    }
    const failure = await session.manager.transaction(async (tx) => {
      const failed = await this.intake.takeIn(tx, this.position, page);
      await tx.query('SELECT pg_notify($1, $2)', [checkpointChannel(schemaOf(this.dataSource)), String(page.through)]);
      return failed;
    });
    if (failure) this.logger.error(`events were parked: ${failure.handler}: ${failure.error}`);
    this.position = page.through;
    this.pauseMs = FIRST_PAUSE_MS;
    if (this.position - this.analyzedAt >= GROWN_BY) {
      await session.query('ANALYZE posting, balance');
      this.analyzedAt = this.position;
    }
  }

  /** Where the checkpoint stands. Throws when it, or any table, is gone: then the other tables cannot be trusted either. */
  private async standing(tx: EntityManager): Promise<number> {
    const tables = this.dataSource.entityMetadatas.map(({ tableName }) => tableName);
    const [missing] = await tx.query<unknown[]>(
      'SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NULL',
      [tables],
    );
    if (missing) throw new ReadModelsGone('a table is missing');
    const [checkpoint] = await tx.query<{ position: number }[]>('SELECT position FROM checkpoint');
    if (!checkpoint) throw new ReadModelsGone('they have no checkpoint');
    return checkpoint.position;
  }
}

/** The read models cannot be gone on from. */
class ReadModelsGone extends Error {}
