import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Append, Envelope } from '@gongyou/contracts';
import { PostgresEventStore, StoreUnavailable } from '@gongyou/event-store';
import { fact } from '@gongyou/event-store/testing';
import { Client } from 'pg';
import { freePort } from '../src/faults/free-port';
import { Link } from '../src/faults/link';
import { PostgresServer } from '../src/faults/process/postgres-server';
import { until } from '../src/faults/until';

const IN_TIME_MS = 30_000;
const MIB = 1_048_576;

describe('The PostgreSQL event store', () => {
  let folder: string;
  let postgres: PostgresServer;
  let link: Link;
  let database: string;
  let straight: Client;
  const opened: PostgresEventStore[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongyou-failing-postgres-'));
    await chmod(folder, 0o711);
    await mkdir(join(folder, 'logs'));
    const port = await freePort();
    postgres = await PostgresServer.make(folder, port, join(folder, 'logs'));
    link = await Link.open('ledger-postgres', port);
    postgres.start();
    await postgres.ready();
  }, 60_000);
  afterAll(async () => {
    await postgres.stop();
    await link.close();
    await rm(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    database = `ledger_${randomBytes(4).toString('hex')}`;
    await postgres.createDatabase(database);
    straight = await superuser();
  });
  afterEach(async () => {
    await straight.end().catch(() => undefined);
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });

  const superuser = async (): Promise<Client> => {
    const client = new Client({ connectionString: postgres.urlOf(database) });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  /** As one ledger process opens it, over a link that can break. */
  const open = async (): Promise<PostgresEventStore> => {
    const store = await PostgresEventStore.open(postgres.urlOf(database, link.port));
    opened.push(store);
    return store;
  };
  const formed = (stream: string, events = [fact()]): Append => ({ stream, expected: 'none', events });
  const positions = async (store: PostgresEventStore): Promise<number[]> =>
    (await store.readAll({ after: -1, limit: 10_000 })).events.map(
      ({ entry }) => (JSON.parse(entry) as Envelope).position,
    );
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
  const inTime = async (holds: () => Promise<boolean>): Promise<void> =>
    expect(await until(holds, IN_TIME_MS)).toBe(true);
  /** Repeats as a caller does who heard no answer. */
  const persistently = async (store: PostgresEventStore, append: Append) => {
    let result;
    await inTime(async () => {
      [result] = await store.append([append]);
      return true;
    });
    return result;
  };
  const restart = async (): Promise<void> => {
    await postgres.kill();
    postgres.start();
    await postgres.ready();
  };

  it('gives one gapless order to several ledgers that write the same streams, while PostgreSQL is killed and started', async () => {
    const ledgers = await Promise.all([open(), open(), open()]);
    let acknowledged = 0;
    const writing = Promise.all(
      ledgers.flatMap((ledger, process) =>
        upTo(4).map(async (lane) => {
          for (const each of upTo(15)) {
            const command = { commandId: `${process}-${lane}-${each}`, fingerprint: 'f' };
            await persistently(ledger, { stream: `task-${lane}`, expected: 'any', events: [fact(), fact()], command });
            acknowledged += 1;
          }
        }),
      ),
    );
    for (const many of [40, 100]) {
      await inTime(() => Promise.resolve(acknowledged >= many));
      await restart();
    }
    await writing;
    for (const ledger of ledgers) expect(await positions(ledger)).toEqual(upTo(3 * 4 * 15 * 2));
    for (const lane of upTo(4)) {
      const { events } = await ledgers[0].readStream({ stream: `task-${lane}`, from: 0, limit: 1_000 });
      expect(events.map(({ entry }) => (JSON.parse(entry) as Envelope).revision)).toEqual(upTo(3 * 15 * 2));
    }
  }, 60_000);

  it('hears of what another ledger commits again, once PostgreSQL is back', async () => {
    const [writer, reader] = await Promise.all([open(), open()]);
    await writer.append([formed('task-before')]);
    await restart();
    let told = -1;
    reader.onCommitted((head) => (told = head));
    await persistently(writer, formed('task-after'));
    await inTime(() => Promise.resolve(told === 1));
  });

  it('answers an append whose first answer was lost with the places of the first time', async () => {
    const store = await open();
    await store.append([formed('task-first')]);
    const append = formed('task-lost', [fact(), fact()]);
    link.holdAnswers();
    const unheard = expect(store.append([append])).rejects.toThrow(StoreUnavailable);
    await inTime(async () => {
      const { rows } = await straight.query('SELECT FROM ledger.events WHERE stream = $1', [append.stream]);
      return rows.length === 2;
    });
    link.reset();
    link.release();
    await unheard;
    expect(await persistently(store, append)).toMatchObject({ outcome: 'repeated', revision: 1, position: 2 });
    expect(await positions(store)).toEqual(upTo(3));
  });

  it.each([
    ['in its midst', 'CREATE TRIGGER tears BEFORE INSERT ON ledger.events'],
    ['at its commit', 'CREATE CONSTRAINT TRIGGER tears AFTER INSERT ON ledger.events DEFERRABLE INITIALLY DEFERRED'],
  ])('acknowledges nobody when a transaction fails %s, and leaves no gap', async (_, trigger) => {
    const store = await open();
    await store.append([formed('task-first')]);
    await straight.query(`
      CREATE FUNCTION tear() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF NEW.stream = 'task-torn-2' THEN RAISE EXCEPTION 'torn'; END IF; RETURN NEW; END $$;
      ${trigger} FOR EACH ROW EXECUTE FUNCTION tear()`);
    const shared = upTo(5).map((each) => formed(`task-torn-${each}`, [fact(), fact()]));
    const answers = await Promise.allSettled(shared.map((append) => store.append([append])));
    const refused = answers.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) {
      expect(reason).toBeInstanceOf(StoreUnavailable);
      expect((reason as Error).message).toContain('torn');
    }
    expect(await positions(store)).toEqual(upTo(1 + 2 * (shared.length - refused.length)));
    await straight.query('DROP TRIGGER tears ON ledger.events');
    for (const append of shared) expect(await persistently(store, append)).toMatchObject({ revision: 1 });
    expect(await positions(store)).toEqual(upTo(11));
  });

  it('acknowledges nobody when PostgreSQL dies in the midst of a transaction, and keeps nothing of it', async () => {
    const store = await open();
    await store.append([formed('task-first')]);
    await straight.query('BEGIN; LOCK TABLE ledger.events IN SHARE MODE');
    const torn = upTo(3).map((each) => formed(`task-torn-${each}`));
    const answers = Promise.allSettled(torn.map((append) => store.append([append])));
    await inTime(async () => {
      const { rows } = await straight.query('SELECT FROM pg_locks WHERE NOT granted');
      return rows.length > 0;
    });
    await restart();
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await inTime(async () => (await positions(store)).length === 1);
    for (const append of torn) expect(await persistently(store, append)).toMatchObject({ outcome: 'stored' });
    expect(await positions(store)).toEqual(upTo(4));
  });

  it('says that the disk is full when it is, stores nothing of that, and goes on once there is room', async () => {
    const store = await open();
    await store.append([formed('task-first')]);
    // Text that does not compress, into files that may grow no further than those of the write-ahead log are.
    const heavy = (): Append =>
      formed(
        `task-${randomBytes(8).toString('hex')}`,
        upTo(8).map(() => fact('DayClosed', randomBytes(MIB / 8).toString('hex'))),
      );
    await postgres.limitFiles(16 * MIB);
    let stored = 0;
    let refused: { append: Append; error: Error } | undefined;
    while (!refused && stored < 40) {
      const append = heavy();
      await store.append([append]).then(
        () => (stored += 1),
        (error: Error) => (refused = { append, error }),
      );
    }
    expect(refused?.error).toBeInstanceOf(StoreUnavailable);
    expect(refused?.error.message).toMatch(/PostgreSQL: could not extend file .*Check free disk space/);
    expect(await positions(store)).toEqual(upTo(1 + 8 * stored));
    expect((await store.readStream({ stream: 'task-first', from: 0, limit: 1 })).events).toHaveLength(1);

    await postgres.limitFiles();
    expect(await persistently(store, refused!.append)).toMatchObject({ outcome: 'stored', position: 8 * (stored + 1) });
    expect(await positions(store)).toEqual(upTo(1 + 8 * (stored + 1)));
  }, 60_000);
});
