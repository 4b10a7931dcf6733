import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binaryEvent, EventStoreDBClient } from '@eventstore/db-client';
import type { Append, AppendResult, Envelope } from '@gongyou/contracts';
import { type EventStore, StoredEventAltered, StoreUnavailable } from '../event-store.port';
import { fact, itKeepsThePromisesOfAnEventStore } from '../testing';
import { type DoubleOptions, EventStoreDbDouble } from '../testing/eventstoredb-double';
import { EventStoreDbEventStore, type EventStoreDbEventStoreOptions } from './eventstoredb-event-store';
import { AppendTooLarge } from './server-connection';

describe('The EventStoreDB event store, against a double of the server', () => {
  let server: EventStoreDbDouble;
  beforeAll(async () => (server = await EventStoreDbDouble.start()));
  afterAll(() => server.stop());

  itKeepsThePromisesOfAnEventStore(() => EventStoreDbEventStore.open(server.url()), {
    mostAppendBytes: 1_048_576,
    longestStream: 20_000,
    breakConnections: () => server.breakConnections(),
  });
});

const realServer = process.env.TEST_EVENTSTOREDB_URL;
if (realServer !== undefined) {
  describe('The EventStoreDB event store, against a real server', () => {
    itKeepsThePromisesOfAnEventStore(() => EventStoreDbEventStore.open(realServer), { mostAppendBytes: 1_048_576 });
  });
}

describe('The EventStoreDB event store', () => {
  const opened: { close(): Promise<void> }[] = [];
  const servers: EventStoreDbDouble[] = [];

  const serve = async (options?: DoubleOptions): Promise<EventStoreDbDouble> => {
    const server = await EventStoreDbDouble.start(options);
    servers.push(server);
    return server;
  };
  const open = async (url: string, options?: EventStoreDbEventStoreOptions): Promise<EventStore> => {
    const store = await EventStoreDbEventStore.open(url, options);
    opened.push(store);
    return store;
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    for (const server of servers.splice(0)) server.stop();
  });

  const one = async (store: EventStore, append: Append): Promise<AppendResult> => (await store.append([append]))[0]!;
  const formed = (stream: string): Append => ({ stream, expected: 'none', events: [fact()] });
  const feed = async (store: EventStore) => (await store.readAll({ after: -1, limit: 10_000 })).events;
  const positions = async (store: EventStore) =>
    (await feed(store)).map(({ entry }) => (JSON.parse(entry) as Envelope).position);
  const upTo = (count: number) => Array.from({ length: count }, (_, position) => position);

  const feedOnceMore = async (server: EventStoreDbDouble) => {
    const again = await EventStoreDbEventStore.open(server.url());
    try {
      return await feed(again);
    } finally {
      await again.close();
    }
  };

  /** Repeats as a caller does who heard no answer. */
  const untilAnswered = async (store: EventStore, append: Append): Promise<AppendResult> => {
    for (;;) {
      try {
        return await one(store, append);
      } catch (error) {
        expect(error).toBeInstanceOf(StoreUnavailable);
      }
    }
  };

  describe('when answers are lost', () => {
    it.each(['loseReply', 'breakBefore', 'timeOut', 'notReady'] as const)(
      'stores an append once that is repeated after «%s»',
      async (fault) => {
        const server = await serve();
        const store = await open(server.url());
        const append = formed('task-1');
        server.faults.nextAppends(fault);
        expect(await untilAnswered(store, append)).toMatchObject({ revision: 0, position: 0 });
        expect(await one(store, append)).toMatchObject({ outcome: 'repeated', revision: 0, position: 0 });
        expect(await positions(store)).toEqual([0]);
      },
    );

    it('answers an append whose reply never came as soon as it is given up, for the log has shown it', async () => {
      const server = await serve();
      const store = await open(server.url(), { patienceMs: 300 });
      server.faults.nextAppends('neverAnswer');
      expect(await one(store, formed('task-1'))).toMatchObject({ outcome: 'stored', position: 0 });
    });

    it('says that the store is unavailable when the server takes longer than the deadline', async () => {
      const server = await serve();
      const store = await open(server.url(), { patienceMs: 300 });
      const letGo = server.faults.holdAppends();
      await expect(one(store, formed('task-1'))).rejects.toThrow(StoreUnavailable);
      letGo();
      expect(await untilAnswered(store, formed('task-2'))).toMatchObject({ outcome: 'stored' });
    });

    it('says so too when a read stays without an answer, for which the client would wait for ever', async () => {
      const server = await serve();
      const store = await open(server.url(), { patienceMs: 300 });
      const end = server.faults.silenceReads();
      await expect(store.readStream({ stream: 'task-1', from: 0, limit: 1 })).rejects.toThrow(StoreUnavailable);
      end();
      expect((await store.readStream({ stream: 'task-1', from: 0, limit: 1 })).events).toEqual([]);
    });
  });

  describe('when the server restarts', () => {
    it('fails while it is away, and goes on where it was', async () => {
      const server = await serve();
      const store = await open(server.url());
      const told: number[] = [];
      store.onCommitted((head) => told.push(head));
      await one(store, formed('task-1'));
      server.stop();
      await expect(one(store, formed('task-2'))).rejects.toThrow(StoreUnavailable);
      await expect(store.readStream({ stream: 'task-1', from: 0, limit: 1 })).rejects.toThrow(StoreUnavailable);
      await server.start();
      expect(await untilAnswered(store, formed('task-3'))).toMatchObject({ outcome: 'stored', position: 1 });
      expect(await positions(store)).toEqual([0, 1]);
      expect(told).toEqual([0, 1]);
    });

    it('still knows an event id that the server has forgotten, whatever revision is expected', async () => {
      const server = await serve();
      const append: Append = { stream: 'task-1', expected: 'any', events: [fact(), fact()] };
      const first = await one(await open(server.url()), append);
      server.stop();
      await server.start();
      expect(await one(await open(server.url()), append)).toEqual({ ...first, outcome: 'repeated' });
      expect(server.log.lastRevision('task-1')).toBe(1);
    });

    it('loses and doubles nothing of a feed while connections break again and again', async () => {
      const server = await serve();
      const store = await open(server.url());
      const writers = upTo(8).map(async (writer) => {
        for (let each = 0; each < 10; each += 1)
          await untilAnswered(store, { stream: `task-${writer}`, expected: 'any', events: [fact()] });
      });
      for (let time = 0; time < 5; time += 1) {
        await untilAnswered(store, formed(`task-between-${time}`));
        await server.breakConnections();
      }
      await Promise.all(writers);
      await untilAnswered(store, formed('task-last'));
      expect(await positions(store)).toEqual(upTo(8 * 10 + 5 + 1));
      expect(await feed(await open(server.url()))).toEqual(await feed(store));
    });

    it('does not open while the server cannot be reached', async () => {
      const server = await serve();
      server.stop();
      await expect(EventStoreDbEventStore.open(server.url())).rejects.toThrow(StoreUnavailable);
    });
  });

  describe('in a log that others write to', () => {
    it('leaves system events out of its positions', async () => {
      const server = await serve();
      const store = await open(server.url());
      for (let each = 0; each < 50; each += 1) {
        server.writeSystemEvents();
        await one(store, formed(`task-${each}`));
      }
      server.writeSystemEvents();
      expect(await positions(store)).toEqual(upTo(50));
      expect(await store.readAll({ after: 48, limit: 10, types: ['DayClosed'] })).toEqual({
        events: [],
        through: 49,
        head: 49,
      });
      expect(await positions(await open(server.url()))).toEqual(upTo(50));
    });

    it('leaves out what others wrote, into its own streams, too', async () => {
      const server = await serve();
      const store = await open(server.url());
      const other = EventStoreDBClient.connectionString(server.url());
      const write = (stream: string) =>
        other.appendToStream(stream, binaryEvent({ type: 'Foreign', data: Buffer.from('x') }));
      await write('task-1');
      expect(await one(store, formed('task-1'))).toMatchObject({ outcome: 'stored', revision: 0, position: 0 });
      await write('task-1');
      await write('order-1');
      const next: Append = { stream: 'task-1', expected: 0, events: [fact()] };
      expect(await one(store, next)).toMatchObject({ outcome: 'stored', revision: 1, position: 1 });
      const { events } = await store.readStream({ stream: 'task-1', from: 1, limit: 5 });
      expect(events.map(({ data }) => data)).toEqual([next.events[0]!.data]);
      await other.dispose();
    });
  });

  describe('with several ledger processes', () => {
    it('gives all of them the same gapless positions', async () => {
      const server = await serve();
      const stores = await Promise.all(upTo(3).map(() => open(server.url())));
      await Promise.all(
        stores.flatMap((store, process) => upTo(20).map((each) => one(store, formed(`task-${process}-${each}`)))),
      );
      const seen = await Promise.all(stores.map(feed));
      expect(seen[1]).toEqual(seen[0]);
      expect(seen[2]).toEqual(seen[0]);
      expect(await positions(stores[0]!)).toEqual(upTo(60));
    });

    it('sees in one what was stored through another, at once', async () => {
      const server = await serve();
      const [writer, reader] = await Promise.all([open(server.url()), open(server.url())]);
      const command = { commandId: 'c1', fingerprint: 'f' };
      for (let revision = 0; revision < 20; revision += 1) {
        const expected = revision === 0 ? 'none' : revision - 1;
        const [from, to] = revision % 2 === 0 ? [writer, reader] : [reader, writer];
        expect(await one(from, { stream: 'task-1', expected, events: [fact()] })).toMatchObject({ outcome: 'stored' });
        expect((await to.readStream({ stream: 'task-1', from: 0, limit: 50 })).events).toHaveLength(revision + 1);
        expect((await to.readAll({ after: revision - 1, limit: 5 })).events).toHaveLength(1);
      }
      await one(writer, { ...formed('task-2'), command });
      expect(await reader.findCommand('c1')).toMatchObject({ fingerprint: 'f', result: { stream: 'task-2' } });
    });

    it('carries out a command once that reaches all of them at the same moment, for different streams', async () => {
      const server = await serve();
      const stores = await Promise.all(upTo(3).map(() => open(server.url())));
      const letGo = server.faults.holdAppends();
      const race = Promise.all(
        stores.map((store, index) =>
          one(store, { ...formed(`task-${index}`), command: { commandId: 'c1', fingerprint: 'f' } }),
        ),
      );
      await until(() => server.faults.waiting === 3);
      letGo();
      const results = await race;
      expect(results.map(({ outcome }) => outcome).sort()).toEqual(['repeated', 'repeated', 'stored']);
      expect(new Set(results.map((result) => JSON.stringify({ ...result, outcome: '' }))).size).toBe(1);
      expect(await positions(stores[0]!)).toEqual([0]);
      const winner = (results[0] as { stream: string }).stream;
      const loser = upTo(3)
        .map((index) => `task-${index}`)
        .find((stream) => stream !== winner)!;
      // What lost the race has left its traces in the server's stream, and none in the ledger's.
      expect(server.log.lastRevision(loser)).toBe(0);
      expect(await one(stores[0]!, formed(loser))).toMatchObject({ outcome: 'stored', revision: 0, position: 1 });
      const { events } = await stores[1]!.readStream({ stream: loser, from: 0, limit: 5 });
      expect(events.map(({ entry }) => JSON.parse(entry) as Envelope)).toMatchObject([{ revision: 0, position: 1 }]);
      expect(await feed(await open(server.url()))).toEqual(await feed(stores[2]!));
    });

    it('refuses an event id that another of them takes for another stream at the same moment', async () => {
      const server = await serve();
      const stores = await Promise.all(upTo(2).map(() => open(server.url())));
      const event = fact();
      const letGo = server.faults.holdAppends();
      const race = Promise.all(
        stores.map((store, index) => one(store, { stream: `task-${index}`, expected: 'any', events: [event] })),
      );
      await until(() => server.faults.waiting === 2);
      letGo();
      expect((await race).map(({ outcome }) => outcome).sort()).toEqual(['eventIdReused', 'stored']);
      expect(await positions(stores[0]!)).toEqual([0]);
    });

    it('lets one of them remember a command without events while the other changes the stream', async () => {
      const server = await serve();
      const stores = await Promise.all(upTo(2).map(() => open(server.url())));
      await one(stores[0]!, formed('task-1'));
      const judged = { stream: 'task-1', expected: 0, events: [], command: { commandId: 'c1', fingerprint: 'f' } };
      const letGo = server.faults.holdAppends();
      const change = one(stores[0]!, { stream: 'task-1', expected: 0, events: [fact()] });
      await until(() => server.faults.waiting === 1);
      const remember = one(stores[1]!, judged);
      await until(() => server.faults.waiting === 2);
      letGo();
      expect(await change).toMatchObject({ outcome: 'stored' });
      expect(await remember).toEqual({ outcome: 'conflict', stream: 'task-1', actualRevision: 1 });
      expect(await one(stores[1]!, { ...judged, expected: 1 })).toMatchObject({ outcome: 'stored', position: 1 });
    });
  });

  describe('with its index', () => {
    const factsPerPage = 10;
    const troubles: string[] = [];
    const onTrouble = (error: Error): void => void troubles.push(error.message);
    beforeEach(() => troubles.splice(0));

    const written = async () => {
      const server = await serve();
      const stores = await Promise.all(upTo(2).map(() => open(server.url(), { factsPerPage, onTrouble })));
      for (let each = 0; each < 30; each += 1) {
        const command = { commandId: `c${each}`, fingerprint: `f${each}` };
        const events = each % 3 === 0 ? [] : [fact(), fact('DayClosed')];
        await one(stores[each % 2]!, { stream: `task-${each % 4}`, expected: 'any', events, command });
        if (each % 5 === 0) server.writeSystemEvents();
      }
      await until(() => server.log.lastRevision('ledger.index') === 5);
      return { server, store: stores[0]! };
    };

    const expectSame = async (again: EventStore, store: EventStore): Promise<void> => {
      expect(await feed(again)).toEqual(await feed(store));
      expect(await positions(again)).toEqual(upTo(40));
      for (let each = 0; each < 30; each += 1)
        expect(await again.findCommand(`c${each}`)).toEqual(await store.findCommand(`c${each}`));
    };

    it('kept: opens with it, and reads only what came after it', async () => {
      const { server, store } = await written();
      const early = server.log.stream('task-1')![0]!;
      const metadata = Buffer.from(early.metadata);
      early.metadata.fill(0);
      const again = await open(server.url(), { factsPerPage, onTrouble });
      early.metadata.set(metadata);
      await expectSame(again, store);
      expect(await one(again, { stream: 'task-1', expected: 11, events: [fact()] })).toMatchObject({ position: 40 });
      expect(troubles).toEqual([]);
    });

    it('lost: builds the same again, positions, entries and commands, and keeps it again', async () => {
      const { server, store } = await written();
      server.log.remove('ledger.index');
      const again = await open(server.url(), { factsPerPage, onTrouble });
      await expectSame(again, store);
      await until(() => server.log.lastRevision('ledger.index') === 5);
      await expectSame(await open(server.url(), { factsPerPage, onTrouble }), store);
      expect(troubles).toEqual([]);
    });

    it('rotten: tells of it, and builds the same from the log', async () => {
      const { server, store } = await written();
      server.log.stream('ledger.index')![2]!.data[50]! ^= 1;
      const again = await open(server.url(), { factsPerPage, onTrouble });
      await expectSame(again, store);
      expect(troubles).toEqual([expect.stringContaining('page 2 of the index is not what was written')]);
    });

    it('kept in other pages by another process: leaves those alone', async () => {
      const { server, store } = await written();
      const other = await open(server.url(), { factsPerPage: 7, onTrouble });
      await Promise.all(upTo(30).map((each) => one(store, formed(`task-more-${each}`))));
      expect(await positions(other)).toEqual(upTo(70));
      await until(() => troubles.length > 0 || server.log.lastRevision('ledger.index') >= 8);
      expect(await positions(await open(server.url(), { factsPerPage, onTrouble }))).toEqual(upTo(70));
    });
  });

  describe('when the log is not what was written', () => {
    const written = async () => {
      const server = await serve();
      const store = await open(server.url());
      for (const name of ['a', 'b', 'c']) await one(store, formed(`task-${name}`));
      return { server, store, record: server.log.stream('task-b')![0]! };
    };

    it('serves no event of which a byte has changed, and names its position', async () => {
      const { server, store, record } = await written();
      for (let byte = 0; byte < record.data.length; byte += 1) {
        record.data[byte]! ^= 1;
        await expect(store.readStream({ stream: 'task-b', from: 0, limit: 1 })).rejects.toEqual(
          new StoredEventAltered(1),
        );
        record.data[byte]! ^= 1;
      }
      record.data[5]! ^= 1;
      const again = await open(server.url());
      await expect(feed(again)).rejects.toEqual(new StoredEventAltered(1));
      expect((await again.readStream({ stream: 'task-c', from: 0, limit: 1 })).events).toHaveLength(1);
    });

    it('serves no event of which a byte of the metadata has changed, and names its position', async () => {
      const { server, store, record } = await written();
      for (let byte = 0; byte < record.metadata.length; byte += 1) {
        record.metadata[byte]! ^= 1;
        await expect(store.readStream({ stream: 'task-b', from: 0, limit: 1 })).rejects.toEqual(
          new StoredEventAltered(1),
        );
        if (byte % 10 === 0) await expect(feedOnceMore(server)).rejects.toEqual(new StoredEventAltered(1));
        record.metadata[byte]! ^= 1;
      }
      expect(await positions(store)).toEqual([0, 1, 2]);
    });

    it('notices that a stream was deleted for good, and says so rather than ask to come again', async () => {
      const { server, store } = await written();
      server.log.tombstone('task-b');
      await expect(store.readStream({ stream: 'task-b', from: 0, limit: 1 })).rejects.toEqual(
        new StoredEventAltered(1),
      );
      expect((await store.readStream({ stream: 'task-c', from: 0, limit: 1 })).events).toHaveLength(1);
    });

    it('notices that a stream was removed, also when it never saw it', async () => {
      const { server, store } = await written();
      server.log.remove('task-b');
      await expect(store.readStream({ stream: 'task-b', from: 0, limit: 1 })).rejects.toEqual(
        new StoredEventAltered(1),
      );
      await expect(feed(store)).rejects.toEqual(new StoredEventAltered(1));
      await expect(EventStoreDbEventStore.open(server.url())).rejects.toEqual(new StoredEventAltered(1));
    });
  });

  describe('with its connection string', () => {
    it('sends the credentials, and is unavailable with wrong ones', async () => {
      const tls = selfSigned();
      const server = await serve({ tls, user: { name: 'ledger', password: 'p@ss: 1' } });
      const store = await open(server.url({ tlsCAFile: encodeURIComponent(tls.file) }));
      expect(await one(store, formed('task-1'))).toMatchObject({ outcome: 'stored' });
      expect([...server.callers]).toEqual(['ledger']);
      const wrong = server.url({ tlsCAFile: encodeURIComponent(tls.file) }).replace('ledger:', 'ledger:x');
      await expect(EventStoreDbEventStore.open(wrong)).rejects.toThrow(StoreUnavailable);
      tls.remove();
    });

    it('trusts no certificate that it was not told of', async () => {
      const tls = selfSigned();
      const server = await serve({ tls });
      await expect(EventStoreDbEventStore.open(server.url(), { patienceMs: 2_000 })).rejects.toThrow(StoreUnavailable);
      tls.remove();
    });

    it('takes it by the name that KurrentDB gives it, too', async () => {
      const server = await serve();
      const store = await open(server.url().replace('esdb:', 'kurrentdb:'));
      expect(await one(store, formed('task-1'))).toMatchObject({ outcome: 'stored' });
    });

    it('is told a conflict also where it says that none shall be thrown', async () => {
      const server = await serve();
      const [store, other] = await Promise.all([
        open(server.url({ throwOnAppendFailure: 'false' })),
        open(server.url()),
      ]);
      const letGo = server.faults.holdAppends();
      const race = [one(other, formed('task-1'))];
      await until(() => server.faults.waiting === 1);
      race.push(one(store, formed('task-1')));
      await until(() => server.faults.waiting === 2);
      letGo();
      expect((await Promise.all(race)).map(({ outcome }) => outcome)).toEqual(['stored', 'conflict']);
    });

    it('is unavailable, in time, when no node of its cluster answers', async () => {
      const sockets: Socket[] = [];
      const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
      await once(silent, 'listening');
      const { port } = silent.address() as AddressInfo;
      const url = `esdb://127.0.0.1:${port},127.0.0.1:${port}?tls=false&maxDiscoverAttempts=1&gossipTimeout=1`;
      await expect(EventStoreDbEventStore.open(url, { patienceMs: 300 })).rejects.toThrow(StoreUnavailable);
      silent.close();
      for (const socket of sockets) socket.destroy();
    });

    it('refuses one that is none', async () => {
      await expect(EventStoreDbEventStore.open('postgres://localhost/ledger')).rejects.toThrow('esdb');
    });
  });

  it('takes an append of the size that the server allows, and refuses a larger one without storing anything of it', async () => {
    const server = await serve({ maxAppendSize: 20_000 });
    const store = await open(server.url());
    const events = upTo(10).map(() => fact());
    expect(await one(store, { stream: 'task-1', expected: 'none', events })).toMatchObject({ outcome: 'stored' });
    const many = upTo(50).map(() => fact());
    await expect(one(store, { stream: 'task-2', expected: 'none', events: many })).rejects.toThrow(AppendTooLarge);
    expect(await positions(store)).toEqual(upTo(10));
  });

  it('refuses an event that is larger than the server allows for a single one', async () => {
    const server = await serve({ maxAppendEventSize: 1_000 });
    const store = await open(server.url());
    const large = fact('DayClosed', `{"day":"2026-11-19"${' '.repeat(1_000)}}`);
    await expect(one(store, { stream: 'task-1', expected: 'none', events: [fact(), large] })).rejects.toEqual(
      new AppendTooLarge(1_000),
    );
    expect(await one(store, formed('task-1'))).toMatchObject({ outcome: 'stored', position: 0 });
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

/** A certificate for localhost that signs itself, on disk for the client and as text for the server. */
function selfSigned(): { key: string; certificate: string; file: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'eventstoredb-tls-'));
  const [key, file] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '1'];
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', file, ...subject];
  execFileSync('openssl', args, { stdio: 'ignore' });
  return {
    key: readFileSync(key, 'utf8'),
    certificate: readFileSync(file, 'utf8'),
    file,
    remove: () => rmSync(folder, { recursive: true }),
  };
}
