import type { Append, AppendResult, NewEvent } from '@gongyou/contracts';
import { uuidv7 } from 'uuidv7';
import type { EventStore } from '../event-store.port';

/** An event that keeps its contract: the suite also runs against stores that check it. */
export function fact(type: keyof typeof valid = 'UnitRenamed', data = valid[type]): NewEvent {
  return {
    eventId: uuidv7(),
    type,
    version: 1,
    data,
    occurredAt: '2026-11-20T01:02:03.004Z',
    actor: 'user:1',
    client: 'gateway',
    organizationId: 'cccc',
    correlationId: '0'.repeat(31) + '1',
    causationId: '0'.repeat(31) + '1',
  };
}

const valid: Record<'UnitRenamed' | 'DayClosed', string> = {
  UnitRenamed: '{"unitId":"rebar-crew","name":"钢筋一班","renamedOn":"2026-11-20"}',
  DayClosed: '{"day":"2026-11-19"}',
};

const mark = (commandId: string, fingerprint = 'f') => ({ commandId, fingerprint });

/** The promises of the port, as every adapter must keep them, and the client that reaches a store through the ledger. */
export function itKeepsThePromisesOfAnEventStore(open: () => Promise<EventStore>): void {
  let store: EventStore;
  beforeAll(async () => (store = await open()));
  afterAll(async () => store.close());

  const append = async (one: Append): Promise<AppendResult> => (await store.append([one]))[0]!;
  const aStream = (): string => `task-${uuidv7()}`;

  it('gives revisions from 0 on, and positions without a gap', async () => {
    const stream = aStream();
    const first = await append({ stream, expected: 'none', events: [fact(), fact()] });
    const second = await append({ stream, expected: 1, events: [fact()] });
    expect([first, second]).toMatchObject([
      { outcome: 'stored', revision: 1 },
      { outcome: 'stored', revision: 2 },
    ]);
    const { events } = await store.readStream({ stream, from: 0, limit: 10 });
    const positions = events.map(({ entry }) => (JSON.parse(entry) as { position: number }).position);
    expect(positions[1]! - positions[0]!).toBe(1);
  });

  it('refuses an append whose stream stands elsewhere, and stores nothing of it', async () => {
    const stream = aStream();
    await append({ stream, expected: 'none', events: [fact()] });
    expect(await append({ stream, expected: 'none', events: [fact()] })).toEqual({
      outcome: 'conflict',
      stream,
      actualRevision: 0,
    });
    expect(await append({ stream, expected: 5, events: [fact()] })).toEqual({
      outcome: 'conflict',
      stream,
      actualRevision: 0,
    });
    expect(await append({ stream: `${stream}9`, expected: 0, events: [fact()] })).toMatchObject({
      outcome: 'conflict',
      actualRevision: -1,
    });
    expect((await store.readStream({ stream, from: 0, limit: 10 })).events).toHaveLength(1);
  });

  it('lets one of two writers who saw the same revision win', async () => {
    const stream = aStream();
    await append({ stream, expected: 'none', events: [fact()] });
    const race = await Promise.all([1, 2].map(() => append({ stream, expected: 0, events: [fact()] })));
    expect(race.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'stored']);
  });

  it('judges each append of a call by itself', async () => {
    const [one, other] = [aStream(), aStream()];
    const results = await store.append([
      { stream: one, expected: 3, events: [fact()] },
      { stream: other, expected: 'none', events: [fact()] },
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['conflict', 'stored']);
  });

  it('stores an append once, however often it is repeated, whatever came after it', async () => {
    const stream = aStream();
    const once: Append = { stream, expected: 'none', events: [fact(), fact()] };
    const first = await append(once);
    await append({ stream, expected: 1, events: [fact()] });
    const again = await append(once);
    expect(again).toEqual({ ...first, outcome: 'repeated' });
    expect((await store.readStream({ stream, from: 0, limit: 10 })).events).toHaveLength(3);
  });

  it('refuses an event id that was used with other data, or in another stream', async () => {
    const stream = aStream();
    const event = fact();
    await append({ stream, expected: 'none', events: [event] });
    const otherName = event.data.replace('一班', '二班');
    const otherData = { ...event, data: otherName };
    expect(await append({ stream, expected: 'any', events: [otherData] })).toMatchObject({
      outcome: 'eventIdReused',
      eventId: event.eventId,
    });
    expect(await append({ stream: aStream(), expected: 'none', events: [event] })).toMatchObject({
      outcome: 'eventIdReused',
    });
    const twice = fact();
    expect(await append({ stream: aStream(), expected: 'none', events: [twice, twice] })).toMatchObject({
      outcome: 'eventIdReused',
    });
  });

  it('gives the first answer again to a command, and refuses its key for another one, in any stream', async () => {
    const stream = aStream();
    const commandId = uuidv7();
    const first = await append({ stream, expected: 'none', events: [fact()], command: mark(commandId) });
    await append({ stream, expected: 0, events: [fact()] });
    expect(await append({ stream, expected: 1, events: [fact()], command: mark(commandId) })).toEqual({
      ...first,
      outcome: 'repeated',
    });
    expect(
      await append({ stream: aStream(), expected: 'none', events: [fact()], command: mark(commandId, 'other') }),
    ).toMatchObject({
      outcome: 'keyReused',
      commandId,
    });
    expect(await store.findCommand(commandId)).toMatchObject({
      commandId,
      fingerprint: 'f',
      result: { stream, revision: 0 },
    });
    expect(await store.findCommand(uuidv7())).toBeUndefined();
  });

  it('remembers a command that had nothing to add', async () => {
    const stream = aStream();
    await append({ stream, expected: 'none', events: [fact()] });
    const commandId = uuidv7();
    const first = await append({ stream, expected: 0, events: [], command: mark(commandId) });
    expect(first).toMatchObject({ outcome: 'stored', revision: 0, events: [] });
    await append({ stream, expected: 0, events: [fact()] });
    expect(await append({ stream, expected: 1, events: [fact()], command: mark(commandId) })).toEqual({
      ...first,
      outcome: 'repeated',
    });
  });

  it('carries out a command once that is sent a hundred times at the same moment', async () => {
    const stream = aStream();
    const commandId = uuidv7();
    const results = await Promise.all(
      Array.from({ length: 100 }, () =>
        append({ stream, expected: 'any', events: [fact()], command: mark(commandId) }),
      ),
    );
    expect(results.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
    expect(new Set(results.map((result) => JSON.stringify({ ...result, outcome: '' })))).toHaveProperty('size', 1);
    expect((await store.readStream({ stream, from: 0, limit: 10 })).events).toHaveLength(1);
  });

  it('shows a reader every position once and in order while many write', async () => {
    const { head } = await store.readAll({ after: Number.MAX_SAFE_INTEGER, limit: 1 });
    const writers = Promise.all(
      Array.from({ length: 32 }, async (_, writer) => {
        const stream = aStream();
        for (let revision = 0; revision < 20; revision += 1) {
          // Every fifth writer loses its race on purpose, so that failed appends come between.
          const expected = writer % 5 === 0 && revision % 2 === 1 ? 999 : 'any';
          await append({ stream, expected, events: [fact(), fact()] });
        }
      }),
    );
    let done = false;
    void writers.then(() => (done = true));
    const seen: number[] = [];
    let after = head;
    for (;;) {
      const finished = done;
      const page = await store.readAll({ after, limit: 100 });
      seen.push(...page.events.map(({ entry }) => (JSON.parse(entry) as { position: number }).position));
      after = page.through;
      if (finished && page.events.length === 0) break;
    }
    await writers;
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => head + 1 + index));
    expect(seen.length).toBe(32 * 20 * 2 - 7 * 10 * 2);
  });

  it('reads all from the middle, and only the types that are asked for', async () => {
    const { head } = await store.readAll({ after: Number.MAX_SAFE_INTEGER, limit: 1 });
    await append({
      stream: aStream(),
      expected: 'none',
      events: [fact(), fact('DayClosed'), fact()],
    });
    const page = await store.readAll({ after: head, limit: 10, types: ['DayClosed'] });
    expect(page.events.map(({ entry }) => (JSON.parse(entry) as { position: number }).position)).toEqual([head + 2]);
    expect(page.through).toBe(head + 3);
    expect(page.head).toBe(head + 3);
  });

  it('tells where it ends to a reader who stands at the end or beyond it', async () => {
    const { head } = await store.readAll({ after: -1, limit: 1, types: ['DayClosed'] });
    expect(await store.readAll({ after: head, limit: 10 })).toEqual({ events: [], through: head, head });
    expect(await store.readAll({ after: head + 100, limit: 10 })).toEqual({ events: [], through: head + 100, head });
  });

  it('keeps data byte for byte: Chinese, escapes, white space, doubled keys, hostile text', async () => {
    const stream = aStream();
    const texts = [
      '{"unitId":"crew","name":"𠮷\\u94a2\\ud83d\\ude00\\"\\\\\\/","renamedOn":"2026-11-20"}',
      '{ "renamedOn" : "2026-11-20" , "unitId" :"crew", "name":"é e\u0301 班组" }',
      '{"renamedOn":"2026-11-20","unitId":"twice","unitId":"crew","name":"<script>\'; DROP TABLE events;--"}',
    ];
    await append({ stream, expected: 'none', events: texts.map((text) => fact('UnitRenamed', text)) });
    const { events } = await store.readStream({ stream, from: 0, limit: 10 });
    expect(events.map(({ data }) => data)).toEqual(texts);
  });

  it('reads a stream in pages', async () => {
    const stream = aStream();
    await append({ stream, expected: 'none', events: Array.from({ length: 5 }, () => fact()) });
    const page = await store.readStream({ stream, from: 2, limit: 2 });
    expect(page.events.map(({ entry }) => (JSON.parse(entry) as { revision: number }).revision)).toEqual([2, 3]);
    expect((await store.readStream({ stream: aStream(), from: 0, limit: 2 })).events).toEqual([]);
  });

  it('tells listeners of what was committed', async () => {
    const told: number[] = [];
    const forget = store.onCommitted((head) => told.push(head));
    const result = await append({ stream: aStream(), expected: 'none', events: [fact()] });
    forget();
    expect(told).toContain((result as { position: number }).position);
  });
}
