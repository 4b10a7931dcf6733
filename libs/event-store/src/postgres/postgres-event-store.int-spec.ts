import type { Append } from '@gongyou/contracts';
import { createTestDatabase, type TestDatabase } from '@gongyou/event-sourcing/testing';
import { Client } from 'pg';
import { StoredEventAltered } from '../event-store.port';
import { breakLedgerConnections, fact, itKeepsThePromisesOfAnEventStore } from '../testing';
import { PostgresEventStore } from './postgres-event-store';

describe('The PostgreSQL event store', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(async () => database.drop());

  itKeepsThePromisesOfAnEventStore(() => PostgresEventStore.open(database.url), {
    breakConnections: () => breakLedgerConnections(database.url),
  });

  it('has no way to change or remove an event', async () => {
    const store = await PostgresEventStore.open(database.url);
    await store.append([{ stream: 'task-kept', expected: 'none', events: [fact()] }]);
    await store.close();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    for (const statement of [
      "UPDATE ledger.events SET data = '{}'",
      'DELETE FROM ledger.events',
      'TRUNCATE ledger.events',
      'DELETE FROM ledger.commands',
    ]) {
      await expect(client.query(statement)).rejects.toThrow('never changed or removed');
    }
    await client.end();
  });

  it('keeps even JSON that no contract would let in byte for byte', async () => {
    const store = await PostgresEventStore.open(database.url);
    const text = '{ "__proto__":{"x":1}, "":null, "n":[1.0,1e3,-0,12345678901234567890.123], "c":"\\u0000\\ud800\\b" }';
    await store.append([{ stream: 'task-odd', expected: 'none', events: [fact('DayClosed', text)] }]);
    expect((await store.readStream({ stream: 'task-odd', from: 0, limit: 1 })).events[0]!.data).toBe(text);
    await store.close();
  });

  it('serves no event whose bytes have changed, and names its position', async () => {
    const store = await PostgresEventStore.open(database.url);
    const [result] = await store.append([{ stream: 'task-rotten', expected: 'none', events: [fact()] }]);
    const { position } = result as { position: number };
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('ALTER TABLE ledger.events DISABLE TRIGGER events_are_kept');
    await client.query("UPDATE ledger.events SET data = replace(data, '一班', '二班') WHERE position = $1", [position]);
    await client.query('ALTER TABLE ledger.events ENABLE TRIGGER events_are_kept');
    await client.end();
    await expect(store.readStream({ stream: 'task-rotten', from: 0, limit: 1 })).rejects.toEqual(
      new StoredEventAltered(position),
    );
    await store.close();
  });

  it('gives a thousand repetitions the first answer also when so many commands came since that it holds none in memory', async () => {
    const store = await PostgresEventStore.open(database.url);
    const marked = (key: string): Append => ({
      stream: `task-${key}`,
      expected: 'any',
      events: [fact()],
      command: { commandId: key, fingerprint: 'f' },
    });
    const [first] = await store.append([marked('forgotten')]);
    for (let batch = 0; batch < 6; batch += 1)
      await store.append(Array.from({ length: 2_000 }, (_, each) => marked(`later-${batch}-${each}`)));
    const expectations = ['any', 'none', 0, 7] as const;
    const again = await store.append(
      Array.from({ length: 1_000 }, (_, each) => ({ ...marked('forgotten'), expected: expectations[each % 4]! })),
    );
    expect(new Set(again.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify({ ...first, outcome: 'repeated' })]),
    );
    expect((await store.readStream({ stream: 'task-forgotten', from: 0, limit: 10 })).events).toHaveLength(1);
    await store.close();
  });

  it('gives gapless positions to several processes at once', async () => {
    const own = await createTestDatabase();
    const stores = await Promise.all([1, 2, 3].map(() => PostgresEventStore.open(own.url)));
    await Promise.all(
      stores.flatMap((store, index) =>
        Array.from({ length: 30 }, (_, each) =>
          store.append([{ stream: `task-${index}-${each}`, expected: 'none', events: [fact(), fact()] }]),
        ),
      ),
    );
    const { events } = await stores[0]!.readAll({ after: -1, limit: 1000 });
    expect(events.map(({ entry }) => (JSON.parse(entry) as { position: number }).position)).toEqual(
      Array.from({ length: 180 }, (_, position) => position),
    );
    await Promise.all(stores.map((store) => store.close()));
    await own.drop();
  });

  it('serves without a gap, and at once, what another process has stored before, between and behind its own newest events', async () => {
    const own = await createTestDatabase();
    const stores = await Promise.all([1, 2].map(() => PostgresEventStore.open(own.url)));
    for (const [round, writer] of [0, 0, 1, 0, 1, 1, 0].entries()) {
      await stores[writer]!.append([{ stream: `task-${round}`, expected: 'none', events: [fact(), fact()] }]);
      const positions = Array.from({ length: 2 * (round + 1) }, (_, position) => position);
      for (const store of stores) {
        for (const after of [-1, 2 * round - 1, 2 * round, 2 * round + 1]) {
          const { events, through, head } = await store.readAll({ after, limit: 100 });
          expect(events.map(({ entry }) => (JSON.parse(entry) as { position: number }).position)).toEqual(
            positions.filter((position) => position > after),
          );
          expect([through, head]).toEqual([positions.at(-1), positions.at(-1)]);
        }
      }
    }
    await Promise.all(stores.map((store) => store.close()));
    await own.drop();
  });
});
