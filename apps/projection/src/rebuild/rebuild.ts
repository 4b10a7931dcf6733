import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { LIVE_SCHEMA } from '../database/data-source';
import { sqlStateOf } from '../database/database-error';
import { readCheckpoint } from '../intake/checkpoint';
import { checkpointChannel, type CheckpointWatch } from '../intake/checkpoint-watch';
import type { EventLog } from '../intake/event-log';
import { failureText } from '../intake/failure';
import type { Intake } from '../intake/intake';
import { compareSets, type TableComparison } from './comparison';
import { ReadModelSet } from './read-model-set';
import { rebuildProblem } from './rebuild.texts';

/** What is built beside the live read models. */
export const NEXT_SCHEMA = 'projection_next';
/** What was live before the last switch. */
export const PREVIOUS_SCHEMA = 'projection_previous';

/** Up to this many events a set is brought level while the live one waits; that takes well under a second. */
const NEARLY_LEVEL = 10_000;
/** How long a switch waits for those who are reading; others queue behind it meanwhile. */
const READERS_END_WITHIN = '10s';
const LIVE_COMES_WITHIN_MS = 30_000;
const SET_IS_FREE_WITHIN_MS = 10_000;
const LOCK_NOT_AVAILABLE = '55P03';

/** Where the sets of read models stand; null where there is none. */
export interface RebuildStatus {
  live: number | null;
  next: number | null;
  previous: number | null;
  state: 'idle' | 'running' | 'cancelled' | 'failed';
  failure: string | null;
}

export interface Comparison {
  /** Both stood here. */
  position: number;
  tables: TableComparison[];
  differing: number;
}

/**
 * Builds the read models anew beside the live ones and puts them in their place. Statements name no schema, so a rename in one
 * transaction turns every reader and the consumer to the other set; readers hold a lock on the checkpoint of the set that they
 * read, so none sees two sets in one answer.
 */
export class Rebuild {
  private readonly logger = new Logger(Rebuild.name);
  private running: { cancel: AbortController; ended: Promise<void> } | undefined;
  private isActing = false;
  private outcome: Pick<RebuildStatus, 'state' | 'failure'> = { state: 'idle', failure: null };

  constructor(
    private readonly databaseUrl: string,
    private readonly dataSource: DataSource,
    private readonly log: EventLog,
    private readonly intake: Intake,
    private readonly watch: CheckpointWatch,
  ) {}

  /** Begins, or goes on where it was left off; `afresh` throws away what was built. Does not wait for the end. */
  start({ afresh = false } = {}): void {
    this.refuseWhileBusy();
    const cancel = new AbortController();
    this.outcome = { state: 'running', failure: null };
    this.running = { cancel, ended: this.run(afresh, cancel.signal) };
  }

  /** Resolves when the rebuild that is going on has ended, however it did. */
  async ended(): Promise<void> {
    await this.running?.ended;
  }

  /** Leaves it off; what was built stays and can be gone on from. */
  async cancel(): Promise<void> {
    this.running?.cancel.abort(new Error('the rebuild was cancelled'));
    await this.ended();
  }

  async status(): Promise<RebuildStatus> {
    const [live, next, previous] = await Promise.all(
      [LIVE_SCHEMA, NEXT_SCHEMA, PREVIOUS_SCHEMA].map((schema) => this.positionOf(schema)),
    );
    return { live: live!, next: next!, previous: previous!, ...this.outcome };
  }

  /** Compares the rebuilt set with the live one, at the same position. The live one stands still only while the other is brought level. */
  compare(): Promise<Comparison> {
    return this.alone(() => this.compared());
  }

  /** Makes the rebuilt set live and keeps the other as the previous one. Refuses while it is behind or differs, unless forced. */
  switch({ force = false } = {}): Promise<void> {
    return this.alone(async () => {
      if ((await this.positionOf(NEXT_SCHEMA)) === null) throw rebuildProblem('nothingBuilt');
      if (!force) {
        const { differing } = await this.compared();
        if (differing > 0) throw rebuildProblem('differs', { differing });
      }
      await this.exchange(NEXT_SCHEMA, PREVIOUS_SCHEMA);
    });
  }

  /** Makes the previous set live again and keeps the other as the next one, so that it can be looked at, or switched to again. */
  rollback(): Promise<void> {
    return this.alone(async () => {
      if ((await this.positionOf(PREVIOUS_SCHEMA)) === null) throw rebuildProblem('nothingToReturnTo');
      await this.exchange(PREVIOUS_SCHEMA, NEXT_SCHEMA);
    });
  }

  private async run(afresh: boolean, signal: AbortSignal): Promise<void> {
    try {
      const next = await ReadModelSet.open(this.databaseUrl, NEXT_SCHEMA, this.log, this.intake, signal);
      try {
        await next.fill({ afresh }, signal);
      } finally {
        await next.close();
      }
      this.outcome = { state: 'idle', failure: null };
    } catch (error) {
      this.outcome = signal.aborted
        ? { state: 'cancelled', failure: null }
        : { state: 'failed', failure: failureText(error) };
      if (!signal.aborted) this.logger.error(`the rebuild failed: ${failureText(error)}`);
    } finally {
      this.running = undefined;
    }
  }

  private async compared(): Promise<Comparison> {
    await this.refuseUnlessNearlyLevel(NEXT_SCHEMA);
    return this.withSet(NEXT_SCHEMA, async (next) => {
      if (!(await this.watch.until(await next.position(), LIVE_COMES_WITHIN_MS))) throw rebuildProblem('liveBehind');
      const session = this.dataSource.createQueryRunner();
      try {
        const position = await this.dataSource.transaction(async (tx) => {
          await tx.query(`LOCK TABLE ${LIVE_SCHEMA}.checkpoint IN EXCLUSIVE MODE`);
          await next.bringTo(await readCheckpoint(tx));
          await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
          // The snapshot is taken by this first query, while the live set still stands.
          return readCheckpoint(session.manager);
        });
        const tables = await compareSets(session.manager, LIVE_SCHEMA, NEXT_SCHEMA);
        return { position, tables, differing: tables.reduce((sum, { differing }) => sum + differing, 0) };
      } finally {
        await session.query('ROLLBACK').catch(() => undefined);
        await session.release();
      }
    });
  }

  /** The set `incoming` becomes live, the live one is kept as `outgoing`; what was kept there is dropped. */
  private async exchange(incoming: string, outgoing: string): Promise<void> {
    await this.withSet(incoming, async (set) => {
      await set.complete();
      await this.bringNear(set);
      await this.dataSource.transaction(async (tx) => {
        await tx.query(`SET LOCAL lock_timeout = '${READERS_END_WITHIN}'; SET LOCAL synchronous_commit = on`);
        // First the consumer stops; only then, and only for the rename, do readers wait.
        await tx.query(`LOCK TABLE ${LIVE_SCHEMA}.checkpoint IN EXCLUSIVE MODE`);
        await set.bringTo(await readCheckpoint(tx));
        await tx.query(`DROP SCHEMA IF EXISTS ${outgoing} CASCADE`);
        await tx.query(`LOCK TABLE ${LIVE_SCHEMA}.checkpoint IN ACCESS EXCLUSIVE MODE`);
        await tx.query(`ALTER SCHEMA ${LIVE_SCHEMA} RENAME TO ${outgoing}`);
        await tx.query(`ALTER SCHEMA ${incoming} RENAME TO ${LIVE_SCHEMA}`);
        await tx.query('SELECT pg_notify($1, $2)', [
          checkpointChannel(LIVE_SCHEMA),
          String(await this.positionIn(tx, LIVE_SCHEMA)),
        ]);
      });
    });
  }

  /** So that little is left to be taken in while the live set stands still. */
  private async bringNear(set: ReadModelSet): Promise<void> {
    await set.bringTo((await this.positionOf(LIVE_SCHEMA)) ?? -1);
  }

  private async refuseUnlessNearlyLevel(schema: string): Promise<void> {
    const position = await this.positionOf(schema);
    if (position === null) throw rebuildProblem('nothingBuilt');
    const behind = ((await this.positionOf(LIVE_SCHEMA)) ?? -1) - position;
    if (behind > NEARLY_LEVEL) throw rebuildProblem('behind', { behind });
  }

  private refuseWhileBusy(): void {
    if (this.running || this.isActing) throw rebuildProblem('running');
  }

  private async alone<T>(act: () => Promise<T>): Promise<T> {
    this.refuseWhileBusy();
    this.isActing = true;
    try {
      return await act();
    } catch (error) {
      throw sqlStateOf(error) === LOCK_NOT_AVAILABLE ? rebuildProblem('readersStay') : error;
    } finally {
      this.isActing = false;
    }
  }

  private async withSet<T>(schema: string, act: (set: ReadModelSet) => Promise<T>): Promise<T> {
    const late = AbortSignal.timeout(SET_IS_FREE_WITHIN_MS);
    const set = await ReadModelSet.open(this.databaseUrl, schema, this.log, this.intake, late).catch(
      (error: unknown) => {
        throw late.aborted ? rebuildProblem('running') : error;
      },
    );
    try {
      return await act(set);
    } finally {
      await set.close();
    }
  }

  private positionOf(schema: string): Promise<number | null> {
    return this.positionIn(this.dataSource.manager, schema);
  }

  private async positionIn(tx: EntityManager, schema: string): Promise<number | null> {
    const [found] = await tx.query<{ exists: boolean }[]>('SELECT to_regclass($1) IS NOT NULL AS exists', [
      `${schema}.checkpoint`,
    ]);
    if (!found!.exists) return null;
    const [row] = await tx.query<{ position: number }[]>(`SELECT position FROM ${schema}.checkpoint`);
    return row?.position ?? null;
  }
}
