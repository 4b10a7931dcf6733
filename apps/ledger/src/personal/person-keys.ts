import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { boundedPool, StoreUnavailable } from '@gongyou/event-store';
import type { Pool, PoolClient } from 'pg';
import type { MasterKey } from './master-key';
import { WrongMasterKey } from './master-key';
import { partitionOf, personKeysSql, PERSON_KEYS_LOCK } from './person-keys.schema';

/** A person's key; `erased` when it was destroyed and none is made again. */
export type PersonKey = Buffer | 'erased';

const KEY_BYTES = 32;
/** Shorter than the ledger's callers wait for an answer. */
const SNAPSHOTS_END_WITHIN_MS = 8_000;
const SNAPSHOT_POLL_MS = 20;

/**
 * The keys of persons, each wrapped by the master key, in PostgreSQL. Nothing of them is kept in memory: each request looks them up, so
 * that a key destroyed by one ledger process is used by no other from then on.
 *
 * A key is durable before anything is sealed with it. Every method throws `StoreUnavailable` when the database cannot be reached.
 */
export class PersonKeys {
  private constructor(
    private readonly pool: Pool,
    private readonly master: MasterKey,
  ) {}

  /** Sets up the tables where they are missing. Throws `WrongMasterKey` when the keys there were wrapped by another one. */
  static async open(url: string, master: MasterKey, onTrouble?: (error: Error) => void): Promise<PersonKeys> {
    const pool = boundedPool(url, { max: 4, application_name: 'gongyou-ledger-person-keys' }, onTrouble);
    const keys = new PersonKeys(pool, master);
    try {
      await keys.reaching(async (client) => {
        await client.query('BEGIN');
        await client.query('SELECT pg_advisory_xact_lock($1)', [PERSON_KEYS_LOCK]);
        await client.query(personKeysSql);
        await client.query('INSERT INTO ledger.master_key (id) VALUES ($1) ON CONFLICT DO NOTHING', [master.id]);
        const { rows } = await client.query<{ id: string }>('SELECT id FROM ledger.master_key');
        await client.query('COMMIT');
        if (rows[0]!.id !== master.id) throw new WrongMasterKey('the keys of persons were wrapped by another one');
      });
    } catch (error) {
      await pool.end();
      throw error;
    }
    return keys;
  }

  /** The keys of persons; absent for whoever never had one. */
  async find(personIds: readonly string[]): Promise<Map<string, PersonKey>> {
    const { rows } = await this.reaching((client) =>
      client.query<{ person_id: string; wrapped_key: Buffer | null }>(
        'SELECT person_id, wrapped_key FROM ledger.person_keys WHERE person_id = ANY($1)',
        [[...new Set(personIds)]],
      ),
    );
    return new Map(
      rows.map(({ person_id: id, wrapped_key: wrapped }) => [id, wrapped ? this.master.unwrap(id, wrapped) : 'erased']),
    );
  }

  /** The keys of persons, made for whoever has none yet. Two processes that make one at once end with the same. */
  async findOrMake(personIds: readonly string[]): Promise<Map<string, PersonKey>> {
    const found = await this.find(personIds);
    // In one order everywhere, so that two processes cannot wait for each other.
    const missing = [...new Set(personIds)].filter((each) => !found.has(each)).sort();
    if (missing.length === 0) return found;
    const made = new Map(missing.map((each) => [each, randomBytes(KEY_BYTES)]));
    const { rows } = await this.reaching((client) =>
      client.query<{ person_id: string }>(
        `INSERT INTO ledger.person_keys (person_id, wrapped_key, made_at)
         SELECT person_id, wrapped_key, now() FROM unnest($1::text[], $2::bytea[]) AS made (person_id, wrapped_key)
         ON CONFLICT (person_id) DO NOTHING RETURNING person_id`,
        [missing, missing.map((each) => this.master.wrap(each, made.get(each)!))],
      ),
    );
    const ours = new Map(rows.map(({ person_id: id }) => [id, made.get(id)!]));
    const others = missing.filter((each) => !ours.has(each));
    return new Map([...found, ...ours, ...(others.length > 0 ? await this.find(others) : [])]);
  }

  /**
   * Destroys a person's key, and puts up the fence where there never was one. From then on nothing is sealed or unsealed with it. Its
   * bytes are gone from the table's file when this resolves: an update alone leaves them in the page. Safe to repeat; answers with the
   * instant of the first time. Throws `StoreUnavailable` while a transaction that began earlier, such as that of a long backup, keeps the
   * bytes from being removed; the key is destroyed all the same.
   */
  async destroy(personId: string, reason: string): Promise<Date> {
    return this.reaching(async (client) => {
      await client.query(
        `INSERT INTO ledger.person_keys (person_id, made_at, destroyed_at, reason) VALUES ($1, now(), now(), $2)
         ON CONFLICT (person_id) DO UPDATE SET wrapped_key = NULL, destroyed_at = now(), reason = $2
         WHERE person_keys.wrapped_key IS NOT NULL`,
        [personId, reason],
      );
      const { rows } = await client.query<{ destroyed_at: Date; part: string }>(
        'SELECT destroyed_at, tableoid::regclass::text AS part FROM ledger.person_keys WHERE person_id = $1',
        [personId],
      );
      await nobodySeesBefore(client, personId);
      await client.query(`VACUUM (FULL) ${partitionOf(rows[0]!.part)}`);
      return rows[0]!.destroyed_at;
    });
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async reaching<T>(use: (client: PoolClient) => Promise<T>): Promise<T> {
    let client: PoolClient | undefined;
    try {
      client = await this.pool.connect();
      const result = await use(client);
      client.release();
      return result;
    } catch (error) {
      client?.release(true);
      if (error instanceof WrongMasterKey) throw error;
      throw new StoreUnavailable(`keys of persons: ${(error as Error).message}`, { cause: error });
    }
  }
}

/**
 * Waits until no transaction could still look at the person's row as it was before its last change: PostgreSQL's vacuum keeps what one
 * could see, without a word. A transaction that writes in another database of the server counts too, as snapshots here begin with it.
 */
async function nobodySeesBefore(client: PoolClient, personId: string): Promise<void> {
  for (const deadline = Date.now() + SNAPSHOTS_END_WITHIN_MS; ; await delay(SNAPSHOT_POLL_MS)) {
    const { rows } = await client.query<{ is_seen: boolean }>(
      `SELECT age(pg_snapshot_xmin(pg_current_snapshot())::xid) >= age(person_keys.xmin) OR EXISTS (
                SELECT FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND age(backend_xmin) >= age(person_keys.xmin)
              ) AS is_seen
       FROM ledger.person_keys WHERE person_id = $1`,
      [personId],
    );
    if (!rows[0]!.is_seen) return;
    if (Date.now() > deadline)
      throw new Error('an earlier transaction still holds what was destroyed; ask again when it has ended');
  }
}
