import type { EventPage } from '@gongyou/contracts';
import {
  createTestDatabase,
  startNatsServer,
  type TestDatabase,
  type TestNatsServer,
} from '@gongyou/event-sourcing/testing';
import type { EventStore, StoredCommand } from '@gongyou/event-store';
import { fact, itKeepsThePromisesOfAnEventStore } from '@gongyou/event-store/testing';
import { Caller, connectBus, EVENTS_STREAM, NatsLedger, type RunningService } from '@gongyou/messaging';
import { Logger } from '@nestjs/common';
import { type NatsConnection, NatsError } from 'nats';
import { MasterKey, startLedger } from '../src';

const task = (title: string) =>
  JSON.stringify({
    taskId: 'wage-accounts',
    programmeId: 'cccc-reform',
    programmeVersion: 1,
    organizationId: 'cccc',
    measureId: 'cc-13',
    title,
    ownerUnitId: 'first-highway',
    cooperatingUnitIds: [],
    leadDepartmentIds: ['production-and-operations'],
    leadUnitIds: ['production'],
    plannedOn: '2026-11-01',
    dueOn: '2026-11-30',
  });

const dayClosed = (day: string) => ({ ...fact('DayClosed'), data: JSON.stringify({ day }) });

describe('The ledger over NATS', () => {
  let nats: TestNatsServer;
  let database: TestDatabase;
  let ledger: RunningService;
  let connection: NatsConnection;
  let client: NatsLedger;

  const start = () =>
    startLedger({ bus: { servers: nats.url, password: '' }, eventStoreUrl: database.url, masterKey, logger: silent });
  const masterKey = MasterKey.random();
  const silent = { log() {}, warn() {}, error: console.error, debug() {}, verbose() {} };

  beforeAll(async () => {
    Logger.overrideLogger(silent);
    [nats, database] = await Promise.all([startNatsServer(), createTestDatabase()]);
    ledger = await start();
    connection = await connectBus({ servers: nats.url, user: 'supervision', password: '' });
    client = new NatsLedger(new Caller(connection, 'supervision'));
  });
  afterAll(async () => {
    await ledger.close();
    await connection.close();
    await nats.stop();
    await database.drop();
  });

  describe('to whoever asks', () => {
    it('refuses an event of a type that nobody declared', async () => {
      await expect(
        client.append([{ stream: 'task-1', expected: 'none', events: [{ ...fact(), type: 'TaskInvented' }] }]),
      ).rejects.toMatchObject({ code: 'ledger.unknownEvent' });
    });

    it('refuses an event of a version that is newer than the contract', async () => {
      const events = [{ ...dayClosed('2026-11-01'), version: 2 }];
      await expect(client.append([{ stream: 'calendar-1', expected: 'none', events }])).rejects.toMatchObject({
        code: 'ledger.unknownEvent',
      });
    });

    it.each([
      ['an event that does not keep its contract', { data: '{"day":"2026-02-30"}' }, 'ledger.contractViolated'],
      ['data that are no JSON', { data: '{"day":' }, 'ledger.notJson'],
      ['data on several lines', { data: '{"day":\n"2026-11-01"}' }, 'ledger.notOneLine'],
      ['data above the size limit', { data: JSON.stringify({ day: 'x'.repeat(262_144) }) }, 'ledger.eventTooLarge'],
      ['an event id that is no UUIDv7', { eventId: '6f0c7d8e-0000-4000-8000-000000000000' }, 'ledger.badEventId'],
    ])('refuses %s, and stores nothing of the append', async (_, wrong, code) => {
      const events = [dayClosed('2026-11-01'), { ...dayClosed('2026-11-02'), ...wrong }];
      await expect(client.append([{ stream: 'calendar-refused', expected: 'none', events }])).rejects.toMatchObject({
        code,
      });
      expect((await client.readStream({ stream: 'calendar-refused', from: 0, limit: 1 })).events).toEqual([]);
    });

    it.each([
      ['no appends', {}],
      ['an unknown field', { appends: [{ stream: 'a-1', expected: 'none', events: [], more: 1 }] }],
      ['a revision that is none', { appends: [{ stream: 'a-1', expected: -2, events: [] }] }],
    ])('refuses a request with %s', async (_, request) => {
      await expect(new Caller(connection, 'supervision').request('ledger.append', request)).rejects.toMatchObject({
        code: 'ledger.badRequest',
      });
    });

    it('answers broken JSON with a problem, and goes on', async () => {
      await expect(new Caller(connection, 'supervision').ask('ledger.append', '{"appends":')).rejects.toMatchObject({
        code: 'request.notJson',
      });
      expect(await client.command({ commandId: 'unheard of', fingerprint: 'f' })).toEqual({ known: false });
    });

    it('waits for the next event when the feed has none yet', async () => {
      const { head } = await client.feed({ after: -1, limit: 1, waitMs: 0 });
      const waiting = client.feed({ after: head, limit: 10, waitMs: 20_000 });
      await client.append([{ stream: 'calendar-waiting', expected: 'none', events: [dayClosed('2026-11-03')] }]);
      expect((await waiting).events.map(({ data }) => data)).toEqual(['{"day":"2026-11-03"}']);
    });

    it('hands out a feed in pages that fit into a message', async () => {
      const { head } = await client.feed({ after: -1, limit: 1, waitMs: 0 });
      const events = Array.from({ length: 30 }, () => ({
        ...fact(),
        type: 'TaskPlanned',
        data: task('核'.repeat(200)),
      }));
      const large = events.map((event) => ({
        ...event,
        data: event.data.replace(
          '"cooperatingUnitIds":[]',
          `"cooperatingUnitIds":[${'"unit-of-the-group",'.repeat(90)}"last"]`,
        ),
      }));
      for (let index = 0; index < 20; index += 1) {
        await client.append([
          {
            stream: `task-large-${index}`,
            expected: 'none',
            events: large.map((event) => ({ ...event, eventId: fact().eventId })),
          },
        ]);
      }
      const pages: EventPage[] = [];
      for (let after = head; ; after = pages.at(-1)!.through) {
        pages.push(await client.feed({ after, limit: 5_000, waitMs: 0 }));
        if (pages.at(-1)!.events.length === 0) break;
      }
      expect(pages.length).toBeGreaterThan(2);
      expect(pages.flatMap((page) => page.events)).toHaveLength(600);
    });
  });

  describe('as a store', () => {
    itKeepsThePromisesOfAnEventStore(() => Promise.resolve(new StoreOverNats(client)));
  });

  describe('as the source of JetStream', () => {
    const published = async (): Promise<{ seq: number; id: string; position: number; data: string }[]> => {
      const manager = await connection.jetstreamManager({ checkAPI: false });
      const { last_seq } = (await manager.streams.info(EVENTS_STREAM)).state;
      const all = [];
      for (let seq = 1; seq <= last_seq; seq += 1) {
        const message = await manager.streams.getMessage(EVENTS_STREAM, { seq });
        const event = message.json<{ id: string; position: number; data: unknown }>();
        all.push({ seq, id: event.id, position: event.position, data: JSON.stringify(event.data) });
      }
      return all;
    };
    const untilAllIsPublished = async () => {
      for (;;) {
        const { head } = await client.feed({ after: -1, limit: 1, waitMs: 0 });
        const manager = await connection.jetstreamManager({ checkAPI: false });
        const last = await manager.streams.info(EVENTS_STREAM).then(
          ({ state }) => state.last_seq - 1,
          (error: unknown) => {
            if (error instanceof NatsError) return -2;
            throw error;
          },
        );
        if (last === head) return head;
        await new Promise((resolve) => setImmediate(resolve));
      }
    };

    it('publishes every event once, in the order of the ledger', async () => {
      const head = await untilAllIsPublished();
      const all = await published();
      expect(all.map(({ position }) => position)).toEqual(Array.from({ length: head + 1 }, (_, position) => position));
      expect(new Set(all.map(({ id }) => id)).size).toBe(head + 1);
    });

    it('goes on where it stopped when the ledger is started again', async () => {
      await ledger.close();
      ledger = await start();
      await client.append([{ stream: 'calendar-after-restart', expected: 'none', events: [dayClosed('2026-11-04')] }]);
      const head = await untilAllIsPublished();
      expect((await published()).at(-1)).toMatchObject({ seq: head + 1, position: head, data: '{"day":"2026-11-04"}' });
    });

    it('publishes all again when the stream is lost', async () => {
      const manager = await connection.jetstreamManager({ checkAPI: false });
      await manager.streams.delete(EVENTS_STREAM);
      await client.append([{ stream: 'calendar-after-loss', expected: 'none', events: [dayClosed('2026-11-05')] }]);
      const head = await untilAllIsPublished();
      expect(await published()).toHaveLength(head + 1);
    });
  });
});

/** The store as services see it. What they hear of commits comes by the feed. */
class StoreOverNats implements EventStore {
  private readonly listeners = new Set<(head: number) => void>();

  constructor(private readonly ledger: NatsLedger) {}

  async append(...[appends]: Parameters<EventStore['append']>) {
    const results = await this.ledger.append(appends);
    const { head } = await this.ledger.feed({ after: -1, limit: 1, waitMs: 0 });
    for (const listener of this.listeners) listener(head);
    return results;
  }

  readStream(request: Parameters<EventStore['readStream']>[0]) {
    return this.ledger.readStream(request);
  }

  readAll(request: Parameters<EventStore['readAll']>[0]) {
    return this.ledger.feed({ ...request, waitMs: 0 });
  }

  async findCommand(commandId: string): Promise<StoredCommand | undefined> {
    // The ledger tells no fingerprint: the one that the promises are made with is asked for.
    const fingerprint = 'f';
    const record = await this.ledger.command({ commandId, fingerprint });
    if (!record.known) return undefined;
    return { commandId, fingerprint: record.hasSameBody ? fingerprint : '', result: record.result };
  }

  onCommitted(listener: (head: number) => void) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close() {
    return Promise.resolve();
  }
}
