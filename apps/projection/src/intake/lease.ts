import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { schemaOf } from '../database/set-up';

const RETRY_MS = 500;

/**
 * The right to write the read models: an advisory lock held by one database session, which is the very session that writes.
 * Whoever dies loses it with his session, and cannot write any more.
 */
export class Lease {
  private constructor(readonly session: QueryRunner) {}

  /** Waits until the lease is free. Throws when `signal` is aborted or the database fails. */
  static async take(dataSource: DataSource, signal: AbortSignal): Promise<Lease> {
    const session = dataSource.createQueryRunner();
    try {
      for (;;) {
        const [{ taken } = { taken: false }] = (await session.query(
          'SELECT pg_try_advisory_lock(hashtext($1)) AS taken',
          [lockName(dataSource)],
        )) as { taken: boolean }[];
        if (taken) return new Lease(session);
        await pause(RETRY_MS, undefined, { signal });
      }
    } catch (error) {
      await session.release();
      throw error;
    }
  }

  /** Gives it back. A session that broke has lost it already. */
  async giveBack(): Promise<void> {
    try {
      await this.session.query('SELECT pg_advisory_unlock(hashtext($1))', [lockName(this.session.connection)]);
    } catch {
      return;
    } finally {
      await this.session.release();
    }
  }
}

const lockName = (dataSource: DataSource): string => `gongyou ${schemaOf(dataSource)} lease`;
