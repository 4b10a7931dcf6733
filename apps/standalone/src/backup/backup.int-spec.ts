import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createTestDatabase, type TestDatabase } from '@gongyou/event-sourcing/testing';
import { PostgresEventStore } from '@gongyou/event-store';
import { fact } from '@gongyou/event-store/testing';
import { Client } from 'pg';
import { type ArchivedAccount, archiveAccounts, restoreAccounts } from '../../../gateway/src';
import { type ArchivedPersonKey, restorePersonKeys } from '../../../ledger/src';
import { EnterpriseClients } from '../bus/enterprise-clients';
import { temporaryDataFolder } from '../testing/temporary-data-folder';
import { backUp } from './backup';
import { checkBackup, restore } from './restore';

const account: ArchivedAccount = {
  accountId: '0198c5a0-7f00-7000-8000-000000000001',
  username: 'inspector',
  passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
  mustChangePassword: false,
  wrongPasswords: 2,
  lockedUntil: '2026-11-20T10:00:00.000Z',
  disabled: false,
  grants: [{ role: 'inspector', organizationId: 'example-group' }],
  createdAt: '2026-11-19T08:00:00.123Z',
};
const personKeys: ArchivedPersonKey[] = [
  { masterKeyId: 'f00d'.repeat(8) },
  ...Array.from({ length: 1_500 }, (_, at) => ({
    personKey: {
      personId: `worker-${String(at).padStart(4, '0')}`,
      wrappedKey: Buffer.from(`wrapped key ${at}`).toString('base64'),
      madeAt: '2026-11-19T08:00:00.000Z',
    },
  })),
  {
    erasedPerson: {
      personId: 'worker-9999',
      madeAt: '2026-11-19T08:00:00.000Z',
      destroyedAt: '2026-11-19T09:00:00.000Z',
      reason: 'asked-by-the-person',
    },
  },
];
const client = { name: 'payroll', passwordHash: '$2b$11$hash', eventsSubject: 'events.supervision.*' };
const odd = '{ "c":"\\u0000\\ud800 \u2028 工友 \\n", "n":[1.0,1e3,-0,12345678901234567890.123] }';

describe('A backup', () => {
  const databases: TestDatabase[] = [];
  let folder: { path: string; remove(): Promise<void> };
  let url: string;
  let file: string;
  let whole: Buffer;

  const newDatabase = async (): Promise<string> => {
    const database = await createTestDatabase();
    databases.push(database);
    return database.url;
  };
  const both = (of: string) => ({ ledgerUrl: of, personKeysUrl: of, gatewayUrl: of });
  const back = (to: string, of = url) =>
    backUp({ ...both(of), clientsFolder: folder.path, file: to, now: () => new Date('2026-11-20T12:00:00Z') });
  const inFolder = (name: string): string => join(folder.path, name);
  const clientsOf = async (name: string) => (await EnterpriseClients.open(inFolder(name))).all();

  beforeAll(async () => {
    folder = await temporaryDataFolder();
    url = await newDatabase();
    const store = await PostgresEventStore.open(url);
    const mark = { commandId: 'command-1', fingerprint: 'f' };
    await store.append([
      { stream: 'task-none', expected: 'none', events: [], command: { ...mark, commandId: 'first' } },
    ]);
    await store.append([
      { stream: 'task-1', expected: 'none', events: [fact(), fact('DayClosed', odd)], command: mark },
    ]);
    for (let at = 0; at < 1_300; at += 100)
      await store.append(
        Array.from({ length: 100 }, (_, each) => ({ stream: `task-${at + each}`, expected: 'any', events: [fact()] })),
      );
    await store.close();
    await restorePersonKeys(url, every(personKeys));
    await restoreAccounts(url, [account]);
    await (await EnterpriseClients.open(folder.path)).put(client);
    file = inFolder('backup.gz');
    await back(file);
    whole = await readFile(file);
  });
  afterAll(async () => {
    await Promise.all(databases.map((database) => database.drop()));
    await folder.remove();
  });

  it('says what it holds, without being restored', async () => {
    expect(await checkBackup(file)).toEqual({
      ...{ format: 'gongyou-backup', version: 2, createdAt: '2026-11-20T12:00:00.000Z' },
      ...{ events: 1_302, streams: 1_300, commands: 2, lastPosition: 1_301, accounts: 1, enterpriseClients: 1 },
      rootHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      firstRecordedAt: expect.stringMatching(/Z$/),
      lastRecordedAt: expect.stringMatching(/Z$/),
    });
  });

  it('is for its owner alone', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('is restored byte for byte: events, marks, accounts, enterprise systems', async () => {
    const target = await newDatabase();
    await restore({ ...both(target), clientsFolder: await made('restored'), file });
    for (const table of [
      'ledger.events ORDER BY position',
      'ledger.commands ORDER BY command_id',
      'ledger.head',
      'ledger.master_key',
      'ledger.person_keys ORDER BY person_id',
      'gateway.account',
    ])
      expect(await rowsOf(target, table)).toEqual(await rowsOf(url, table));
    expect(await archiveAccounts(target)).toEqual([account]);
    expect(await clientsOf('restored')).toEqual([client]);
  });

  it('brings no key back that the target has destroyed, and destroys there what it knows as destroyed', async () => {
    const target = await newDatabase();
    const erased = { madeAt: '2026-11-01T00:00:00.000Z', destroyedAt: '2026-11-21T00:00:00.000Z', reason: 'left' };
    await restorePersonKeys(
      target,
      every([
        personKeys[0]!,
        { erasedPerson: { ...erased, personId: 'worker-0007' } },
        { personKey: { personId: 'worker-9999', wrappedKey: 'AAEC', madeAt: erased.madeAt } },
      ]),
    );
    await restore({ ...both(target), clientsFolder: await made('fenced'), file });
    const fences = 'ledger.person_keys WHERE wrapped_key IS NULL ORDER BY person_id';
    expect((await rowsOf(target, fences)).map((row) => (row as { person_id: string }).person_id)).toEqual([
      'worker-0007',
      'worker-9999',
    ]);
    expect(await rowsOf(target, 'ledger.person_keys')).toHaveLength(1_501);
  });

  it.each<[string, ArchivedPersonKey]>([
    ['another master key', { masterKeyId: 'beef'.repeat(8) }],
    ['another key of a person', { personKey: { personId: 'worker-0007', wrappedKey: 'AAEC', madeAt: '2026-11-01' } }],
  ])('is not restored where %s is in use', async (_, there) => {
    const target = await newDatabase();
    await restorePersonKeys(target, every([there]));
    await expect(restore({ ...both(target), clientsFolder: await made('other-keys'), file })).rejects.toThrow(
      'other keys of persons already',
    );
    expect(await rowsOf(target, "information_schema.tables WHERE table_name = 'events'")).toEqual([]);
  });

  it('is what the ledger goes on from: positions, revisions and keys', async () => {
    const target = await newDatabase();
    await restore({ ...both(target), clientsFolder: await made('going-on'), file });
    const store = await PostgresEventStore.open(target);
    const command = { commandId: 'command-1', fingerprint: 'f' };
    expect(await store.append([{ stream: 'task-1', expected: 'none', events: [fact()], command }])).toMatchObject([
      { outcome: 'repeated', position: 1 },
    ]);
    expect(await store.append([{ stream: 'task-1', expected: 'any', events: [fact()] }])).toMatchObject([
      { outcome: 'stored', position: 1_302, revision: 3 },
    ]);
    await store.close();
  });

  it('is not restored over events, accounts or enterprise systems', async () => {
    const elsewhere = await made('refused');
    await expect(restore({ ...both(url), clientsFolder: elsewhere, file })).rejects.toThrow('events already');
    const withAccounts = await newDatabase();
    await restoreAccounts(withAccounts, [account]);
    await expect(restore({ ...both(withAccounts), clientsFolder: elsewhere, file })).rejects.toThrow(
      'accounts already',
    );
    await expect(restore({ ...both(await newDatabase()), clientsFolder: folder.path, file })).rejects.toThrow(
      'enterprise systems already',
    );
    expect(await rowsOf(withAccounts, "information_schema.schemata WHERE schema_name = 'ledger'")).toEqual([]);
  });

  it('does not overwrite a file', async () => {
    await expect(back(file)).rejects.toThrow('is not overwritten');
    expect(await readFile(file)).toEqual(whole);
  });

  it('is not made of a ledger that is damaged, and leaves no file', async () => {
    const target = await newDatabase();
    await restore({ ...both(target), clientsFolder: await made('damaged'), file });
    await query(target, 'ALTER TABLE ledger.events DISABLE TRIGGER events_are_kept');
    await query(target, "UPDATE ledger.events SET data = replace(data, '一班', '二班') WHERE position = 700");
    await expect(back(inFolder('of-damaged.gz'), target)).rejects.toMatchObject({
      code: 'standalone.backup.ledgerNotIntact',
    });
    await expect(stat(inFolder('of-damaged.gz'))).rejects.toThrow('ENOENT');
    await expect(stat(inFolder('of-damaged.gz.unfinished'))).rejects.toThrow('ENOENT');
  });

  it('is noticed to be cut off, wherever', async () => {
    for (const part of [0, 10, 0.2, 0.5, 0.9].map((each) => (each < 1 ? Math.floor(whole.length * each) : each))) {
      await expect(checkBackup(await written(whole.subarray(0, part)))).rejects.toMatchObject({
        code: 'standalone.backup.damaged',
      });
    }
    const lines = gunzipSync(whole).toString('utf8').split('\n');
    for (const kept of [0, 1, 700, lines.length - 2]) {
      const cut = gzipSync(
        lines
          .slice(0, kept)
          .map((line) => `${line}\n`)
          .join(''),
      );
      await expect(checkBackup(await written(cut))).rejects.toMatchObject({ code: 'standalone.backup.damaged' });
    }
  });

  it('is noticed to be altered, and then nothing is written', async () => {
    const target = await newDatabase();
    const text = gunzipSync(whole).toString('utf8');
    for (const altered of [
      text.replace('钢筋一班', '钢筋二班'),
      text.replace('"role":"inspector"', '"role":"administrator"'),
      text.replace('"events":2', '"events":1'),
    ]) {
      expect(altered === text).toBe(false);
      const damaged = await written(gzipSync(altered));
      await expect(
        restore({ ...both(target), clientsFolder: await made('altered'), file: damaged }),
      ).rejects.toMatchObject({ code: 'standalone.backup.damaged' });
    }
    expect(await rowsOf(target, "information_schema.schemata WHERE schema_name IN ('ledger', 'gateway')")).toEqual([]);
  });

  it('is noticed when any byte of the file changes its contents', async () => {
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const altered = Buffer.from(whole);
      altered[at]! ^= 0x10;
      const found = await checkBackup(await written(altered)).catch((error: unknown) => error);
      // A few bytes of gzip's own head (time, system) say nothing of the contents.
      if (found instanceof Error) expect(found).toMatchObject({ code: 'standalone.backup.damaged' });
      else expect([at < 10, gunzipSync(altered).equals(gunzipSync(whole))]).toEqual([true, true]);
    }
  });

  it('of a newer format is not guessed at', async () => {
    const [manifest = '', ...rest] = gunzipSync(whole).toString('utf8').split('\n').slice(0, -2);
    const body = [manifest.replace('"version":2', '"version":3'), ...rest].map((line) => `${line}\n`).join('');
    const closing = JSON.stringify({ lines: rest.length + 1, sha256: createHash('sha256').update(body).digest('hex') });
    const newer = `${body}${closing}\n`;
    await expect(checkBackup(await written(gzipSync(newer)))).rejects.toMatchObject({
      code: 'standalone.backup.newer',
    });
  });

  it('of a file that is no backup is refused', async () => {
    await expect(checkBackup(await written(Buffer.from('not gzip at all')))).rejects.toMatchObject({
      code: 'standalone.backup.damaged',
    });
    await expect(checkBackup(inFolder('not-there.gz'))).rejects.toMatchObject({
      code: 'standalone.backup.fileUnreadable',
    });
  });

  async function written(bytes: Buffer): Promise<string> {
    const path = inFolder('written.gz');
    await writeFile(path, bytes);
    return path;
  }

  async function made(name: string): Promise<string> {
    await mkdir(inFolder(name), { recursive: true });
    return inFolder(name);
  }
});

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const connection = new Client({ connectionString: url });
  await connection.connect();
  try {
    return (await connection.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await connection.end();
  }
}

const rowsOf = (url: string, table: string): Promise<Record<string, unknown>[]> => query(url, `SELECT * FROM ${table}`);

async function* every<T>(records: readonly T[]): AsyncGenerator<T> {
  yield* records;
}
