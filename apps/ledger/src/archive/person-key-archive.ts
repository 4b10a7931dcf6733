import { Client, type ClientBase } from 'pg';
import { PERSON_KEYS_LOCK, personKeysSql } from '../personal/person-keys.schema';

/** What a backup keeps of the keys of persons: wrapped as they are stored. The master key is in no backup. */
export type ArchivedPersonKey =
  /** Which master key wrapped them. */
  | { masterKeyId: string }
  | { personKey: { personId: string; wrappedKey: string; madeAt: string } }
  /** The fence of a person who was erased. */
  | { erasedPerson: { personId: string; madeAt: string; destroyedAt: string; reason: string } };

/** Where the keys should be restored there are others: of another master key, or another key of the same person. */
export class OtherPersonKeys extends Error {
  constructor() {
    super('the database holds other keys of persons');
    this.name = 'OtherPersonKeys';
  }
}

const PAGE = 1_000;

/** Hands over the keys as they stand now; nothing where no ledger has made the tables yet. */
export async function* archivePersonKeys(url: string): AsyncGenerator<ArchivedPersonKey> {
  const client = await connected(url);
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    if (!(await hasTables(client))) return;
    const master = await client.query<{ id: string }>('SELECT id FROM ledger.master_key');
    for (const { id } of master.rows) yield { masterKeyId: id };
    let after = '';
    for (;;) {
      const { rows } = await client.query<KeyRow>(
        'SELECT * FROM ledger.person_keys WHERE person_id > $1 ORDER BY person_id LIMIT $2',
        [after, PAGE],
      );
      if (rows.length === 0) return;
      yield* rows.map(archived);
      after = rows.at(-1)!.person_id;
    }
  } finally {
    await client.end();
  }
}

/**
 * Puts keys back, all or none. The fence is stronger than any backup: a person whom either side knows as erased stays erased.
 *
 * @throws OtherPersonKeys
 */
export async function restorePersonKeys(url: string, records: AsyncIterable<ArchivedPersonKey>): Promise<void> {
  const client = await connected(url);
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [PERSON_KEYS_LOCK]);
    await client.query(personKeysSql);
    let page: ArchivedPersonKey[] = [];
    for await (const record of records) {
      page.push(record);
      if (page.length < PAGE) continue;
      await put(client, page);
      page = [];
    }
    await put(client, page);
    await client.query('COMMIT');
    // A key that was destroyed just now is still in its page.
    await client.query('VACUUM (FULL) ledger.person_keys');
  } finally {
    await client.end();
  }
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  // What breaks the connection between two queries fails the next one.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

interface KeyRow {
  person_id: string;
  wrapped_key: Buffer | null;
  made_at: Date;
  destroyed_at: Date | null;
  reason: string | null;
}

function archived({ person_id: personId, ...row }: KeyRow): ArchivedPersonKey {
  const madeAt = row.made_at.toISOString();
  if (row.wrapped_key) return { personKey: { personId, wrappedKey: row.wrapped_key.toString('base64'), madeAt } };
  return { erasedPerson: { personId, madeAt, destroyedAt: row.destroyed_at!.toISOString(), reason: row.reason! } };
}

async function put(client: ClientBase, page: readonly ArchivedPersonKey[]): Promise<void> {
  for (const record of page) if ('masterKeyId' in record) await putMasterKeyId(client, record.masterKeyId);
  await putKeys(
    client,
    page.flatMap((record) => ('personKey' in record ? [record.personKey] : [])),
  );
  await putFences(
    client,
    page.flatMap((record) => ('erasedPerson' in record ? [record.erasedPerson] : [])),
  );
}

async function putMasterKeyId(client: ClientBase, id: string): Promise<void> {
  await client.query('INSERT INTO ledger.master_key (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]);
  const { rows } = await client.query('SELECT FROM ledger.master_key WHERE id = $1', [id]);
  if (rows.length === 0) throw new OtherPersonKeys();
}

async function putKeys(
  client: ClientBase,
  keys: readonly { personId: string; wrappedKey: string; madeAt: string }[],
): Promise<void> {
  const columns = [
    keys.map(({ personId }) => personId),
    keys.map(({ wrappedKey }) => Buffer.from(wrappedKey, 'base64')),
    keys.map(({ madeAt }) => madeAt),
  ];
  const { rows } = await client.query(
    `WITH kept AS (
       SELECT * FROM unnest($1::text[], $2::bytea[], $3::timestamptz[]) AS kept (person_id, wrapped_key, made_at)
     ), others AS (
       SELECT FROM kept JOIN ledger.person_keys there USING (person_id) WHERE there.wrapped_key <> kept.wrapped_key
     ), put AS (
       INSERT INTO ledger.person_keys (person_id, wrapped_key, made_at)
       SELECT person_id, wrapped_key, made_at FROM kept ON CONFLICT (person_id) DO NOTHING
     )
     SELECT FROM others`,
    columns,
  );
  if (rows.length > 0) throw new OtherPersonKeys();
}

async function putFences(
  client: ClientBase,
  fences: readonly { personId: string; madeAt: string; destroyedAt: string; reason: string }[],
): Promise<void> {
  await client.query(
    `INSERT INTO ledger.person_keys (person_id, made_at, destroyed_at, reason)
     SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::text[])
     ON CONFLICT (person_id) DO UPDATE
     SET wrapped_key = NULL, destroyed_at = EXCLUDED.destroyed_at, reason = EXCLUDED.reason
     WHERE person_keys.wrapped_key IS NOT NULL`,
    [
      fences.map(({ personId }) => personId),
      fences.map(({ madeAt }) => madeAt),
      fences.map(({ destroyedAt }) => destroyedAt),
      fences.map(({ reason }) => reason),
    ],
  );
}

async function hasTables(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    "SELECT to_regclass('ledger.person_keys') IS NOT NULL AND to_regclass('ledger.master_key') IS NOT NULL AS there",
  );
  return rows[0]!.there;
}
