import { stripVTControlCharacters } from 'node:util';
import type { Append, AppendResult, EventPage, FeedRequest } from '@gongyou/contracts';
import { createTestDatabase, type TestDatabase } from '@gongyou/event-sourcing/testing';
import { promisesBrokenBy } from './event-store.contract';
import { NaiveEventStore } from './naive-event-store';

/**
 * The naive store in the one situation that it has no answer to: while others write and somebody reads, a transaction that has drawn
 * its positions commits only after a reader has gone past them.
 */
class NaiveStoreWithSlowCommit extends NaiveEventStore {
  private appending = 0;
  private reading = 0;
  private slow: { position: number; goOn: () => void } | undefined;

  override async append(appends: readonly Append[]): Promise<readonly AppendResult[]> {
    this.appending += 1;
    try {
      return await super.append(appends);
    } finally {
      this.appending -= 1;
      // The slow one is alone: nobody will write behind it any more.
      if (this.appending === 1) this.slow?.goOn();
    }
  }

  override async readAll(request: Omit<FeedRequest, 'waitMs'>): Promise<EventPage> {
    this.reading += 1;
    try {
      const page = await super.readAll(request);
      if (this.slow && page.through > this.slow.position) this.slow.goOn();
      return page;
    } finally {
      this.reading -= 1;
    }
  }

  protected override async beforeCommit(position: number): Promise<void> {
    if (this.slow || this.appending < 2 || this.reading === 0) return;
    await new Promise<void>((resolve) => (this.slow = { position, goOn: resolve }));
    this.slow = undefined;
  }
}

describe('The suite of promises, put to a store that numbers its events by an identity column', () => {
  let database: TestDatabase;
  let store: NaiveEventStore;
  let broken: Map<string, string>;

  beforeAll(async () => {
    database = await createTestDatabase();
    store = await new NaiveStoreWithSlowCommit(database.url).prepare();
    broken = await promisesBrokenBy(store);
  }, 120_000);
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  it('finds that it breaks what rests on the order of commitment, and nothing else', () => {
    expect([...broken.keys()]).toEqual([
      'leaves no gap in the positions for what it refused',
      'skips and doubles nothing for readers who follow while 64 writers write, are refused and break off',
      'numbers the whole feed 0, 1, 2, … without a gap, and every stream likewise',
    ]);
  });

  it.each([
    [
      'a reader skips events that are committed after he has gone past them',
      /^skips and doubles nothing/,
      /"skipped": Array \[\n[+-]\s+\d+/,
    ],
    ['numbers that were drawn by what was refused stay empty', /^numbers the whole feed/, /"position": \d+/],
  ])('shows that %s', (_, promise, words) => {
    const finding = [...broken].find(([each]) => promise.test(each))?.[1];
    expect(stripVTControlCharacters(finding ?? '')).toMatch(words);
  });
});
