import { createTestDatabase, type TestDatabase } from '@gongyou/event-sourcing/testing';
import { EventStoreDbEventStore, leafHashOf, PostgresEventStore, StoredEventAltered } from '@gongyou/event-store';
import { EventStoreDbDouble, fact } from '@gongyou/event-store/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { MerkleTree } from '../src/proof/merkle-tree';
import { verifyLedger } from '../src/verify/verify-ledger';

const columns = ['position', 'stream', 'revision', 'event_id', 'type', 'entry', 'data', 'leaf'] as const;
type Column = (typeof columns)[number];
const kinds: Record<Column, string> = {
  ...{ position: 'bigint', stream: 'text', revision: 'integer', event_id: 'uuid' },
  ...{ type: 'text', entry: 'text', data: 'text', leaf: 'bytea' },
};

/** The bytes of a column's value, and back. */
const asBytes: Record<string, (column: string) => string> = {
  bigint: (column) => `int8send(${column})`,
  integer: (column) => `int4send(${column})`,
  text: (column) => `convert_to(${column}, 'UTF8')`,
  uuid: (column) => `uuid_send(${column})`,
  bytea: (column) => column,
};
const asValue = (kind: string, bytes: Buffer): unknown => {
  if (kind === 'bigint') return String(bytes.readBigInt64BE());
  if (kind === 'integer') return bytes.readInt32BE();
  if (kind === 'text') return bytes.toString('utf8');
  return kind === 'uuid' ? bytes.toString('hex') : bytes;
};

/** Whether PostgreSQL would store it: it knows no zero byte in a text, and nothing that is not UTF-8. */
const isText = (bytes: Buffer): boolean => !bytes.includes(0) && Buffer.from(bytes.toString('utf8')).equals(bytes);

const EVENTS = 40;

describe('Verifying a ledger', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  let superuser: Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    // Of what it keeps in memory it would not see that the database has changed.
    store = await PostgresEventStore.open(database.url, { newestCharacters: 0 });
    const mark = (commandId: string) => ({ commandId, fingerprint: 'f' });
    await store.append([{ stream: 'task-empty', expected: 'none', events: [], command: mark('before-everything') }]);
    for (let at = 0; at < EVENTS / 4; at += 1) {
      const stream = `task-${at % 3}`;
      await store.append([
        { stream, expected: 'any', events: [fact(), fact('DayClosed'), fact()], command: mark(`command-${at}`) },
        { stream, expected: 'any', events: [], command: mark(`nothing-to-add-${at}`) },
        { stream: 'calendar', expected: 'any', events: [fact('DayClosed')] },
      ]);
    }
    superuser = new Client({ connectionString: database.url });
    await superuser.connect();
    await superuser.query('ALTER TABLE ledger.events DISABLE TRIGGER events_are_kept');
    await superuser.query('ALTER TABLE ledger.commands DISABLE TRIGGER commands_are_kept');
  });
  afterAll(async () => {
    await superuser.end();
    await store.close();
    await database.drop();
  });

  it('finds an untouched one intact, and says what it holds', async () => {
    const tree = new MerkleTree();
    const { rows } = await superuser.query<{ leaf: Buffer }>('SELECT leaf FROM ledger.events ORDER BY position');
    rows.forEach(({ leaf }) => tree.add(leaf));
    expect(await verifyLedger(database.url)).toMatchObject({
      ...{ events: EVENTS, streams: 4, commands: 21, lastPosition: EVENTS - 1, isIntact: true, findings: [] },
      rootHash: tree.root().toString('hex'),
      firstRecordedAt: expect.stringMatching(/^20..-.*Z$/),
    });
  });

  it('goes on while others write, and does not mix them in', async () => {
    const own = await createTestDatabase();
    const busy = await PostgresEventStore.open(own.url);
    const writing = Array.from({ length: 60 }, (_, at) =>
      busy.append([{ stream: `task-${at}`, expected: 'none', events: [fact(), fact()] }]),
    );
    for (let round = 0; round < 5; round += 1) expect(await verifyLedger(own.url)).toMatchObject({ isIntact: true });
    await Promise.all(writing);
    expect(await verifyLedger(own.url)).toMatchObject({ isIntact: true, events: 120 });
    await busy.close();
    await own.drop();
  });

  it('names the event of which any one byte has changed, and no other; reading refuses it', async () => {
    const change = fc.record({
      position: fc.nat({ max: EVENTS - 1 }),
      column: fc.constantFrom(...columns),
      byte: fc.nat({ max: 1_000 }),
      flip: fc.integer({ min: 1, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ position, column, byte, flip }) => {
        const kind = kinds[column];
        const { rows } = await superuser.query<{ bytes: Buffer }>(
          `SELECT ${asBytes[kind]!(column)} AS bytes FROM ledger.events WHERE position = $1`,
          [position],
        );
        const before = rows[0]!.bytes;
        const after = Buffer.from(before);
        after[byte % after.length]! ^= flip;
        fc.pre(kind !== 'text' || isText(after));
        const changed = await superuser
          .query(`UPDATE ledger.events SET ${column} = $2 WHERE position = $1`, [position, asValue(kind, after)])
          .then(
            () => true,
            () => false,
          );
        fc.pre(changed);
        const standsAt = column === 'position' ? Number(asValue(kind, after)) : position;

        const { isIntact, findings } = await verifyLedger(database.url);
        const read = await store.readAll({ after: -1, limit: 1_000 }).then(
          ({ events }) => events.length,
          (error: unknown) => error,
        );
        await superuser.query(`UPDATE ledger.events SET ${column} = $2 WHERE position = $1`, [
          column === 'position' ? asValue(kind, after) : position,
          asValue(kind, before),
        ]);

        expect(isIntact).toBe(false);
        expect(
          findings.some(({ position: at, texts }) => at === position || texts.en.includes(`its position: ${position}`)),
        ).toBe(true);
        expect(findings.filter((each) => ![undefined, position, standsAt].includes(each.position))).toEqual([]);
        // The last event, gone from the end of the ledger: nothing is served in its place, and only verifying can tell.
        if (position === EVENTS - 1 && standsAt < 0) expect(read).toBe(EVENTS - 1);
        else expect(read).toEqual(new StoredEventAltered(position));
      }),
      { numRuns: 120 },
    );
    expect(await verifyLedger(database.url)).toMatchObject({ isIntact: true });
  }, 120_000);

  /** Does it, verifies, and takes it back. */
  async function findingsAfter(statement: string): Promise<[code: string, position: number | undefined][]> {
    await superuser.query('CREATE TABLE kept AS TABLE ledger.events');
    await superuser.query('CREATE TABLE kept_commands AS TABLE ledger.commands');
    try {
      await superuser.query(statement);
      const { findings } = await verifyLedger(database.url);
      return findings.map(({ code, position }) => [code, position]);
    } finally {
      await superuser.query(`
        DELETE FROM ledger.events; INSERT INTO ledger.events TABLE kept; DROP TABLE kept;
        DELETE FROM ledger.commands; INSERT INTO ledger.commands TABLE kept_commands; DROP TABLE kept_commands;
        UPDATE ledger.head SET next_position = ${EVENTS}`);
    }
  }

  it.each<[string, string, [string, number | undefined][]]>([
    ['an event that is gone', 'DELETE FROM ledger.events WHERE position = 7', [['ledger.verify.missing', 7]]],
    [
      'the last events gone',
      `DELETE FROM ledger.events WHERE position > ${EVENTS - 2}`,
      [['ledger.verify.headDiffers', undefined]],
    ],
    ['the head moved', 'UPDATE ledger.head SET next_position = 12', [['ledger.verify.headDiffers', undefined]]],
    [
      'a mark that is gone',
      "DELETE FROM ledger.commands WHERE command_id = 'command-1'",
      [['ledger.verify.markMissing', 6]],
    ],
    [
      'a mark with another place',
      "UPDATE ledger.commands SET position = 3 WHERE command_id = 'command-1'",
      [
        ['ledger.verify.markDiffers', 3],
        ['ledger.verify.markMissing', 6],
      ],
    ],
    [
      'a mark with another revision',
      "UPDATE ledger.commands SET revision = 7 WHERE command_id = 'command-1'",
      [['ledger.verify.markDiffers', 6]],
    ],
    [
      'a mark with fewer events',
      "UPDATE ledger.commands SET events = 2 WHERE command_id = 'command-1'",
      [['ledger.verify.markDiffers', 6]],
    ],
    [
      'a mark behind the end',
      "UPDATE ledger.commands SET position = 900 WHERE command_id = 'nothing-to-add-0'",
      [['ledger.verify.markDiffers', 900]],
    ],
    [
      'a mark of nothing with another revision',
      "UPDATE ledger.commands SET revision = 9 WHERE command_id = 'nothing-to-add-0'",
      [['ledger.verify.markDiffers', 2]],
    ],
  ])('finds %s', async (_what, statement, expected) => {
    expect(await findingsAfter(statement)).toEqual(expected);
    expect(await verifyLedger(database.url)).toMatchObject({ isIntact: true });
  });

  it('says that there is no ledger where none is', async () => {
    const own = await createTestDatabase();
    await expect(verifyLedger(own.url)).rejects.toThrow('holds no ledger');
    await own.drop();
  });
});

describe('Verifying a ledger in EventStoreDB', () => {
  let server: EventStoreDbDouble;
  let store: EventStoreDbEventStore;

  beforeEach(async () => {
    server = await EventStoreDbDouble.start();
    store = await EventStoreDbEventStore.open(server.url());
    for (const name of ['a', 'b', 'c', 'd'])
      await store.append([
        {
          stream: `task-${name}`,
          expected: 'none',
          events: [fact(), fact('DayClosed')],
          command: { commandId: name, fingerprint: 'f' },
        },
      ]);
  });
  afterEach(async () => {
    await store.close();
    server.stop();
  });

  it('finds an untouched one intact, with the root that PostgreSQL would have', async () => {
    const { events } = await store.readAll({ after: -1, limit: 100 });
    const tree = new MerkleTree();
    events.forEach(({ entry }) => tree.add(leafHashOf(entry)));
    expect(await verifyLedger(server.url())).toMatchObject({
      ...{ isIntact: true, events: 8, streams: 4, lastPosition: 7, rootHash: tree.root().toString('hex') },
    });
  });

  it('names the event of which any one byte has changed, or its append, wherever the server keeps that byte', async () => {
    const change = fc.record({
      position: fc.nat({ max: 7 }),
      part: fc.constantFrom('data', 'metadata', 'type', 'id'),
      byte: fc.nat({ max: 1_000 }),
      flip: fc.integer({ min: 1, max: 255 }),
    });
    // Of each stream the two events came in one append.
    const appendOf = (position: number): number => position >> 1;
    await fc.assert(
      fc.asyncProperty(change, async ({ position, part, byte, flip }) => {
        const record = server.log.stream(`task-${'abcd'[appendOf(position)]}`)![position % 2]!;
        const before = { ...record };
        const bytes = bytesOf(record, part);
        bytes[byte % bytes.length]! ^= flip;
        fc.pre(part !== 'type' || isText(bytes));
        if (part === 'data' || part === 'metadata') record[part] = bytes;
        else record[part] = part === 'id' ? uuidOf(bytes) : bytes.toString('utf8');
        const { isIntact, findings } = await verifyLedger(server.url());
        Object.assign(record, before);
        expect(isIntact).toBe(false);
        if (part === 'data') expect(findings.map((finding) => finding.position)).toEqual([position]);
        else expect(findings.map((finding) => appendOf(finding.position!))).toContain(appendOf(position));
      }),
      { numRuns: 40 },
    );
    expect(await verifyLedger(server.url())).toMatchObject({ isIntact: true });
  });

  it('names every event of which a byte has changed, and reads on behind it', async () => {
    server.log.stream('task-a')![1]!.data[3]! ^= 1;
    server.log.stream('task-c')![0]!.data[9]! ^= 1;
    const { isIntact, findings, events } = await verifyLedger(server.url());
    expect([isIntact, events, findings.map(({ position }) => position)]).toEqual([false, 6, [1, 4]]);
  });

  it('names an event of whose metadata a byte has changed', async () => {
    server.log.stream('task-c')![0]!.metadata[9]! ^= 1;
    const { isIntact, findings } = await verifyLedger(server.url());
    expect([isIntact, findings.map(({ position }) => position)]).toEqual([false, [4]]);
  });

  it('names where a stream is gone', async () => {
    server.log.remove('task-b');
    const { isIntact, findings } = await verifyLedger(server.url());
    expect([isIntact, findings.map(({ position }) => position)]).toEqual([false, [2]]);
  });
});

type Part = 'data' | 'metadata' | 'type' | 'id';

function bytesOf(record: Record<Part, string | Buffer>, part: Part): Buffer {
  const value = record[part];
  if (typeof value !== 'string') return Buffer.from(value);
  return part === 'id' ? Buffer.from(value.replaceAll('-', ''), 'hex') : Buffer.from(value, 'utf8');
}

const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
