import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainEvent, IsIdentifier, IsShortText, Personal } from '@gongyou/contracts';
import { IsResidentId } from '@gongyou/domain';
import {
  createTestDatabase,
  startNatsServer,
  type TestDatabase,
  type TestNatsServer,
} from '@gongyou/event-sourcing/testing';
import { EventStoreDbDouble, fact } from '@gongyou/event-store/testing';
import {
  Caller,
  connectBus,
  EVENTS_STREAM,
  NatsLedger,
  readConfig,
  recordedEvent,
  type RunningService,
} from '@gongyou/messaging';
import { Logger } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { NatsConnection } from 'nats';
import { Client } from 'pg';
import { LedgerConfig, MasterKey, startLedger, WrongMasterKey } from '../src';
import { PersonKeys } from '../src/personal/person-keys';
import { verifyLedger } from '../src/verify/verify-ledger';

@DomainEvent({
  context: 'organization',
  summary: { zh: '试验', en: 'A trial' },
  person: 'workerId',
  version: 2,
  upcasters: { 1: ({ fullName, ...rest }) => ({ ...rest, name: fullName }) },
})
class TrialWorkerRegistered {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() crewId!: string;
  @Personal('name') @IsOptional() @IsShortText(50) name?: string;
  @Personal('identityNumber') @IsOptional() @IsResidentId() residentId?: string;
}

const NAME = '欧阳不凡';
const RESIDENT_ID = '11010519491231002X';

const registered = (data: TrialWorkerRegistered, version = 2) => ({
  ...fact(),
  type: 'TrialWorkerRegistered',
  version,
  data: JSON.stringify(data),
});
const worker = (workerId: string) => ({ workerId, crewId: 'rebar-crew', name: NAME, residentId: RESIDENT_ID });

describe('Personal fields in the ledger', () => {
  let nats: TestNatsServer;
  let database: TestDatabase;
  let connection: NatsConnection;
  let client: NatsLedger;
  let superuser: Client;
  const ledgers: RunningService[] = [];
  const masterKey = MasterKey.random();
  const silent = { log() {}, warn() {}, error: console.error, debug() {}, verbose() {} };
  const start = (key = masterKey) =>
    startLedger({
      bus: { servers: nats.url, password: '' },
      eventStoreUrl: database.url,
      masterKey: key,
      logger: silent,
    });

  beforeAll(async () => {
    Logger.overrideLogger(silent);
    [nats, database] = await Promise.all([startNatsServer(), createTestDatabase()]);
    ledgers.push(await start(), await start());
    connection = await connectBus({ servers: nats.url, user: 'organization', password: '' });
    client = new NatsLedger(new Caller(connection, 'organization'));
    superuser = new Client({ connectionString: database.url });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser.end();
    for (const ledger of ledgers) await ledger.close();
    await connection.close();
    await nats.stop();
    await database.drop();
  });

  const register = (workerId: string) =>
    client.append([{ stream: `worker-${workerId}`, expected: 'none', events: [registered(worker(workerId))] }]);
  const storedOf = async (workerId: string) => {
    const { events } = await client.readStream({ stream: `worker-${workerId}`, from: 0, limit: 10 });
    return recordedEvent(events[0]!).data as unknown as Required<TrialWorkerRegistered>;
  };
  const sealedOf = async (personId: string) => {
    const { name, residentId } = await storedOf(personId);
    return [
      { personId, value: name },
      { personId, value: residentId },
    ];
  };

  it('come back sealed, and the fields beside them in the clear', async () => {
    await register('reader');
    expect(await storedOf('reader')).toEqual({
      workerId: 'reader',
      crewId: 'rebar-crew',
      name: expect.stringMatching(/^sealed:v1:/),
      residentId: expect.stringMatching(/^sealed:v1:/),
    });
  });

  it('are unsealed for whoever may ask, of one person at a time and in order', async () => {
    await register('looked-at');
    const { name, residentId } = await storedOf('looked-at');
    expect(await client.unseal({ personId: 'looked-at', values: [residentId, name] })).toEqual([RESIDENT_ID, NAME]);
    await register('neighbour');
    await expect(client.unseal({ personId: 'neighbour', values: [name] })).rejects.toMatchObject({
      code: 'ledger.sealBroken',
    });
    await expect(client.unseal({ personId: 'nobody', values: [name] })).rejects.toMatchObject({
      code: 'ledger.sealBroken',
    });
  });

  it('are shown as masks, and found by the same blind index as the plain value', async () => {
    await register('masked');
    const [index, ofId] = await client.blindIndexes([
      { kind: 'name', value: ` ${NAME}` },
      { kind: 'identityNumber', value: RESIDENT_ID.toLowerCase() },
    ]);
    expect(await client.masks(await sealedOf('masked'))).toEqual([
      { kind: 'name', masked: '欧**凡', index },
      { kind: 'identityNumber', masked: '1101************2X', index: ofId },
    ]);
  });

  it('stand in the clear in no row, no message of JetStream, no file of the database and not in its log', async () => {
    const [result] = await register('nowhere-in-the-clear');
    const places = await everyPlace((result as { position: number }).position);
    for (const [place, bytes] of Object.entries(places)) {
      // That the search finds what is there: persons are named in the clear.
      expect({ place, finds: bytes.includes('nowhere-in-the-clear') }).toEqual({ place, finds: true });
      for (const plain of [NAME, RESIDENT_ID])
        expect({ place, plain: bytes.includes(plain) }).toEqual({ place, plain: false });
    }
  });

  async function everyPlace(position: number): Promise<Record<string, Buffer>> {
    const { rows } = await superuser.query<{ row: string }>(
      `SELECT to_jsonb(e)::text AS row FROM ledger.events e UNION ALL SELECT to_jsonb(c)::text FROM ledger.commands c`,
    );
    const manager = await connection.jetstreamManager({ checkAPI: false });
    while ((await manager.streams.info(EVENTS_STREAM)).state.last_seq <= position)
      await new Promise((resolve) => setImmediate(resolve));
    const message = await manager.streams.getMessage(EVENTS_STREAM, { seq: position + 1 });
    return {
      rows: Buffer.from(rows.map(({ row }) => row).join('\n')),
      jetStream: Buffer.from(message.data),
      ...(await databaseFiles()),
    };
  }

  /** All files of the database, and PostgreSQL's write-ahead log. */
  async function databaseFiles(): Promise<{ tables: Buffer; log: Buffer }> {
    await superuser.query('CHECKPOINT');
    const { rows } = await superuser.query<{ folder: string; oid: string }>(
      `SELECT current_setting('data_directory') AS folder, oid::text FROM pg_database WHERE datname = current_database()`,
    );
    const [{ folder, oid }] = rows as [{ folder: string; oid: string }];
    return { tables: await bytesIn(join(folder, 'base', oid)), log: await bytesIn(join(folder, 'pg_wal')) };
  }

  it('sealed again have the same bytes: an append may be repeated, at either ledger', async () => {
    const append = { stream: 'worker-repeated', expected: 'none' as const, events: [registered(worker('repeated'))] };
    const outcomes = [];
    for (let time = 0; time < 8; time += 1) outcomes.push((await client.append([append]))[0]!.outcome);
    expect(outcomes).toEqual(['stored', ...Array.from({ length: 7 }, () => 'repeated')]);
  });

  it('make no key for a person of whom nothing personal is said', async () => {
    const event = registered({ workerId: 'nothing-said', crewId: 'rebar-crew' });
    await client.append([{ stream: 'worker-nothing-said', expected: 'none', events: [event] }]);
    const { rows } = await superuser.query('SELECT FROM ledger.person_keys WHERE person_id = $1', ['nothing-said']);
    expect(rows).toEqual([]);
  });

  it.each([
    ['a value that is sealed already', { ...worker('wrong'), name: 'sealed:v1:AAEC' }, 2, 'ledger.sealedAlready'],
    ['a value that a later seal could be', { ...worker('wrong'), name: 'sealed:v2:x' }, 2, 'ledger.sealedAlready'],
    [
      'an earlier version, whose personal fields are not known',
      { workerId: 'wrong', crewId: 'rebar-crew', fullName: NAME },
      1,
      'ledger.olderPersonalEvent',
    ],
    ['a plain value that breaks its contract', { ...worker('wrong'), residentId: '1' }, 2, 'ledger.contractViolated'],
  ])('are refused as %s, without a word of them', async (_, data, version, code) => {
    const events = [registered(worker('wrong')), registered(data, version)];
    const refusal = await client
      .append([{ stream: 'worker-wrong', expected: 'none', events }])
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code });
    expect(JSON.stringify(refusal)).not.toContain(NAME);
    expect((await client.readStream({ stream: 'worker-wrong', from: 0, limit: 1 })).events).toEqual([]);
  });

  it('of one new person, written at once through two ledgers, are all sealed with one key', async () => {
    const workers = Array.from({ length: 40 }, (_, at) => `raced-${at % 4}`);
    await Promise.all(
      workers.map((workerId, at) =>
        client.append([{ stream: `worker-race-${at}`, expected: 'none', events: [registered(worker(workerId))] }]),
      ),
    );
    const fields = await Promise.all(
      workers.map(async (personId, at) => {
        const { events } = await client.readStream({ stream: `worker-race-${at}`, from: 0, limit: 1 });
        return { personId, value: recordedEvent(events[0]!).data['name'] as string };
      }),
    );
    expect(new Set((await client.masks(fields)).map((each) => each?.masked))).toEqual(new Set(['欧**凡']));
  });

  it('never get two keys, whoever makes them first', async () => {
    const [one, other] = await Promise.all([
      PersonKeys.open(database.url, masterKey),
      PersonKeys.open(database.url, masterKey),
    ]);
    const persons = Array.from({ length: 200 }, (_, at) => `of-two-makers-${at}`);
    const [made, found] = await Promise.all([one.findOrMake(persons), other.findOrMake([...persons].reverse())]);
    expect(made.size).toBe(200);
    persons.forEach((person) => expect(found.get(person)).toEqual(made.get(person)));
    await Promise.all([one.close(), other.close()]);
  });

  describe('of a person who is erased (T21, PI-07)', () => {
    let fields: { personId: string; value: string }[];
    let wrapped: Buffer;
    let root: string | undefined;

    beforeAll(async () => {
      await register('leaver');
      await register('stayer');
      fields = await sealedOf('leaver');
      const { rows } = await superuser.query<{ wrapped_key: Buffer }>(
        `SELECT wrapped_key FROM ledger.person_keys WHERE person_id = 'leaver'`,
      );
      wrapped = rows[0]!.wrapped_key;
      expect((await databaseFiles()).tables.includes(wrapped)).toBe(true);
      root = (await verifyLedger(database.url)).rootHash;
      await client.erasePerson({ personId: 'leaver', reason: 'asked-by-the-person' });
    });

    it('are readable for nobody any more, while those of others are', async () => {
      expect(await client.masks(fields)).toEqual([null, null]);
      expect(await client.unseal({ personId: 'leaver', values: fields.map(({ value }) => value) })).toEqual([
        null,
        null,
      ]);
      expect((await client.masks(await sealedOf('stayer'))).map((each) => each?.masked)).toEqual([
        '欧**凡',
        '1101************2X',
      ]);
    });

    it('leave the ledger as it was: every proof still holds', async () => {
      expect(await verifyLedger(database.url)).toMatchObject({ isIntact: true, rootHash: root });
    });

    it('leave no key in the files of the tables', async () => {
      expect((await databaseFiles()).tables.includes(wrapped)).toBe(false);
    });

    it('leave no key there either when somebody could still see it: erasing waits for him', async () => {
      await register('seen');
      const key = () =>
        superuser.query<{ wrapped_key: Buffer | null }>(
          `SELECT wrapped_key FROM ledger.person_keys WHERE person_id = 'seen'`,
        );
      const before = (await key()).rows[0]!.wrapped_key!;
      const elsewhere = await createTestDatabase();
      const clients = [database.url, elsewhere.url].map((url) => new Client({ connectionString: url }));
      const [reader, writer] = clients as [Client, Client];
      for (const each of clients) await each.connect();
      await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await reader.query('SELECT');
      await writer.query('BEGIN');
      await writer.query('SELECT pg_current_xact_id()');

      let isErased = false;
      const erasing = client.erasePerson({ personId: 'seen', reason: 'asked-by-the-person' });
      const erased = erasing.then(() => (isErased = true));
      while ((await key()).rows[0]!.wrapped_key);
      for (const each of clients) {
        expect(isErased).toBe(false);
        await each.query('COMMIT');
        await each.end();
      }
      await erased;
      expect((await databaseFiles()).tables.includes(before)).toBe(false);
      await elsewhere.drop();
    });

    it('are not taken anew, at either ledger, and what is not personal is', async () => {
      for (let time = 0; time < 8; time += 1) {
        const events = [registered({ ...worker('leaver'), name: '改名' })];
        await expect(client.append([{ stream: 'worker-leaver-again', expected: 'any', events }])).rejects.toMatchObject(
          { code: 'ledger.personErased', detail: { personId: 'leaver' } },
        );
      }
      const events = [registered({ workerId: 'leaver', crewId: 'formwork-crew' })];
      const [result] = await client.append([{ stream: 'worker-leaver-again', expected: 'none', events }]);
      expect(result!.outcome).toBe('stored');
    });

    it('stay erased when it is asked once more: the first time counts', async () => {
      const again = await client.erasePerson({ personId: 'leaver', reason: 'another-reason' });
      const { rows } = await superuser.query<{ destroyed_at: Date; reason: string }>(
        `SELECT destroyed_at, reason FROM ledger.person_keys WHERE person_id = 'leaver'`,
      );
      expect(rows).toEqual([{ destroyed_at: new Date(again.erasedAt), reason: 'asked-by-the-person' }]);
    });

    it.each([
      `UPDATE ledger.person_keys SET wrapped_key = 'key', destroyed_at = NULL, reason = NULL WHERE person_id = 'leaver'`,
      `DELETE FROM ledger.person_keys WHERE person_id = 'leaver'`,
      'TRUNCATE ledger.person_keys',
      `UPDATE ledger.person_keys SET wrapped_key = 'key' WHERE person_id = 'stayer'`,
      `UPDATE ledger.person_keys SET person_id = 'other' WHERE person_id = 'leaver'`,
    ])('are behind a fence that the database itself keeps: %s', async (statement) => {
      await expect(superuser.query(statement)).rejects.toThrow('only destroyed');
    });

    it('who never had a key, get none later', async () => {
      await client.erasePerson({ personId: 'never-here', reason: 'asked-by-the-person' });
      await expect(register('never-here')).rejects.toMatchObject({ code: 'ledger.personErased' });
    });
  });

  it.each([
    ['ledger.unseal', { personId: '../7', values: [] }],
    ['ledger.unseal', { personId: 'worker-7', values: [7] }],
    ['ledger.unseal', { personId: 'worker-7', values: Array.from({ length: 1_001 }, () => 'sealed:v1:AAEC') }],
    ['ledger.masks', { fields: [{ value: 'sealed:v1:AAEC' }] }],
    ['ledger.masks', {}],
    ['ledger.blind-index', { values: [{ kind: 'health', value: 'x' }] }],
    ['ledger.erase-person', { personId: 'stayer' }],
    ['ledger.erase-person', { personId: 'stayer', reason: 'Because he said so' }],
  ])('are not asked for on %s by %j', async (subject, request) => {
    await expect(new Caller(connection, 'organization').request(subject, request)).rejects.toMatchObject({
      code: 'ledger.badRequest',
    });
  });

  it('are not served by a ledger that is started with another master key', async () => {
    await expect(start(MasterKey.random())).rejects.toThrow(WrongMasterKey);
  });
});

describe('Personal fields of events in EventStoreDB', () => {
  it('are sealed with keys in the PostgreSQL that is named for them', async () => {
    const server = await EventStoreDbDouble.start();
    const [nats, database] = await Promise.all([startNatsServer(), createTestDatabase()]);
    const bus = { servers: nats.url, password: '' };
    const settings = { eventStoreUrl: server.url(), personKeysUrl: database.url, masterKey: MasterKey.random() };
    const ledger = await startLedger({ bus, ...settings, logger: { log() {}, warn() {}, error: console.error } });
    const connection = await connectBus({ ...bus, user: 'organization' });
    const client = new NatsLedger(new Caller(connection, 'organization'));

    const append = { stream: 'worker-1', expected: 'none' as const, events: [registered(worker('elsewhere'))] };
    expect((await client.append([append]))[0]).toMatchObject({ outcome: 'stored' });
    expect((await client.append([append]))[0]).toMatchObject({ outcome: 'repeated' });
    const { events } = await client.readStream({ stream: 'worker-1', from: 0, limit: 1 });
    expect(events[0]!.data).not.toContain(NAME);
    const { name } = recordedEvent(events[0]!).data as { name: string };
    expect(await client.unseal({ personId: 'elsewhere', values: [name] })).toEqual([NAME]);

    await ledger.close();
    await connection.close();
    await nats.stop();
    await database.drop();
    server.stop();
  });

  it('need that PostgreSQL to be named', () => {
    const env = { NATS_URL: 'nats://bus', NATS_PASSWORD: 'x', PERSON_MASTER_KEY_FILE: '/key' };
    const esdb = { ...env, EVENT_STORE_URL: 'esdb://store:2113' };
    expect(() => readConfig(LedgerConfig, esdb)).toThrow('PERSON_KEYS_URL');
    expect(readConfig(LedgerConfig, { ...esdb, PERSON_KEYS_URL: 'postgres://keys' })).toBeDefined();
    expect(readConfig(LedgerConfig, { ...env, EVENT_STORE_URL: 'postgres://store' })).toBeDefined();
  });
});

describe('The fingerprint of a command', () => {
  it('is kept as a keyed hash, and still tells the same body from another', async () => {
    Logger.overrideLogger(false);
    const [nats, database] = await Promise.all([startNatsServer(), createTestDatabase()]);
    const bus = { servers: nats.url, password: '' };
    const masterKey = MasterKey.random();
    const logger = { log() {}, warn() {}, error: console.error };
    const ledger = await startLedger({ bus, eventStoreUrl: database.url, masterKey, logger });
    const connection = await connectBus({ ...bus, user: 'organization' });
    const client = new NatsLedger(new Caller(connection, 'organization'));
    const command = { commandId: 'register-1', fingerprint: 'a'.repeat(64) };
    const append = { stream: 'worker-1', expected: 'any' as const, events: [fact()], command };
    await client.append([append]);

    const superuser = new Client({ connectionString: database.url });
    await superuser.connect();
    const { rows } = await superuser.query('SELECT fingerprint FROM ledger.commands');
    expect(rows).toEqual([{ fingerprint: masterKey.fingerprint(command.fingerprint) }]);

    const other = { ...command, fingerprint: 'b'.repeat(64) };
    expect(await client.command(command)).toMatchObject({ known: true, hasSameBody: true });
    expect(await client.command(other)).toMatchObject({ known: true, hasSameBody: false });
    expect((await client.append([append]))[0]).toMatchObject({ outcome: 'repeated' });
    expect((await client.append([{ ...append, events: [fact()], command: other }]))[0]).toMatchObject({
      outcome: 'keyReused',
    });

    await superuser.end();
    await ledger.close();
    await connection.close();
    await nats.stop();
    await database.drop();
  });
});

async function bytesIn(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
  return Buffer.concat(await Promise.all(files.map((file) => readFile(file))));
}
