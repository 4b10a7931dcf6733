import { fact } from '../fact';
import { aStream, envelopeOf, from, type StorePromise } from './trial';

/** An event at the largest size that the ledger lets in. */
const LARGEST_EVENT_BYTES = 262_144;
const LONGEST_STREAM = 100_000;
const AT_ONCE = 1_000;

/**
 * Values of JSON that a store which parses and writes anew would change or lose. They stand under a name that is given a second
 * time in the same object, so that the event keeps its contract all the same.
 */
const oddities = [
  '-0',
  '1E+2',
  '1.0',
  '1e400',
  '-1e-400',
  '0.1000000000000000055511151231257827',
  '12345678901234567890123',
  '[ ]',
  '{"a":1,"a":2,"":null}',
  '[[[[[[[[true]]]]]]]]',
  '"\\u0000\\b\\f\\n\\r\\t\\u001f\\u007f"',
  '"\\u94A2\\u94a2\\/\\"\\\\"',
  '"\\ud83d\\ude00 \\uD800 \\udc00"',
  '"😀𠮷𪚥"',
  '"\u2028\u2029\u0085\u00a0\ufeff\u200d"',
  '"é e\u0301 ﬁ Ａ"',
  '"<script>\'; DROP TABLE events;-- ${x} %s $1"',
  `"${'班'.repeat(30_000)}"`,
];

const texts = [
  '{"unitId":"rebar-crew","name":"钢筋一班（含“机动组”）·𠮷林𪚥","renamedOn":"2026-11-20"}',
  '{"unitId":"crew","name":"𠮷\\u94a2\\ud83d\\ude00\\"\\\\\\/","renamedOn":"2026-11-20"}',
  ' \t\r{ "renamedOn" :\t"2026-11-20" , "unitId"\r:"crew", "name":"é e\u0301 班组\u2028" }\r\t ',
  '{"renamedOn":"2026-11-20","unitId":"twice","unitId":"crew","name":"<script>\'; DROP TABLE events;--"}',
  ...oddities.map((odd) => `{"name":${odd},"unitId":"crew","name":"钢筋一班","renamedOn":"2026-11-20"}`),
];

/** A fact whose data weighs exactly so many bytes, by white space that keeps its contract. */
const weighing = (bytes: number) => fact('DayClosed', `{"day":"2026-11-19"${' '.repeat(bytes - 20)}}`);

/** What was written is what is read, to the byte, in any size. */
export const bytePromises: readonly StorePromise[] = [
  {
    promise: 'keeps data byte for byte: Chinese, escapes, white space, doubled names, numbers and text of every kind',
    keep: async (trial) => {
      const stream = aStream();
      await trial.append({ stream, expected: 'none', events: texts.map((text) => fact('UnitRenamed', text)) });
      expect((await trial.streamEvents(stream)).map(({ data }) => data)).toEqual(texts);
      const fed = await trial.store.readAll({ after: (await trial.head()) - texts.length, limit: texts.length });
      expect(fed.events.map(({ data }) => data)).toEqual(texts.slice(0, fed.events.length));
    },
  },
  {
    promise: 'keeps an event at the size limit, and nothing of an append with one above it',
    keep: async (trial) => {
      const { mostEventBytes } = trial.traits;
      const stream = aStream();
      const largest = weighing(mostEventBytes ?? LARGEST_EVENT_BYTES);
      expect(await trial.append({ stream, expected: 'none', events: [largest] })).toMatchObject({ outcome: 'stored' });
      expect((await trial.streamEvents(stream)).map(({ data }) => data)).toEqual([largest.data]);
      if (mostEventBytes === undefined) return;
      const above = [fact('DayClosed'), weighing(mostEventBytes + 1)];
      await expect(trial.append({ stream, expected: 0, events: above })).rejects.toThrow();
      expect(await trial.append({ stream, expected: 0, events: [fact()] })).toMatchObject({ revision: 1 });
    },
  },
  {
    promise: 'stores nothing of an append that is larger than it takes at once, and goes on',
    keep: async (trial) => {
      const { mostAppendBytes } = trial.traits;
      const stream = aStream();
      const count = mostAppendBytes === undefined ? 8 : Math.ceil((mostAppendBytes + 1) / LARGEST_EVENT_BYTES);
      const events = from(0, count).map(() => weighing(LARGEST_EVENT_BYTES));
      const appended = trial.append({ stream, expected: 'none', events });
      if (mostAppendBytes === undefined) await expect(appended).resolves.toMatchObject({ revision: count - 1 });
      else await expect(appended).rejects.toThrow();
      expect(await trial.append({ stream, expected: 'any', events: [fact()] })).toMatchObject({
        revision: mostAppendBytes === undefined ? count : 0,
      });
    },
  },
  {
    promise: 'reads a stream in pages',
    keep: async ({ store }) => {
      const stream = aStream();
      await store.append([{ stream, expected: 'none', events: from(0, 5).map(() => fact()) }]);
      const page = await store.readStream({ stream, from: 2, limit: 2 });
      expect(page.events.map((event) => envelopeOf(event).revision)).toEqual([2, 3]);
      expect((await store.readStream({ stream: aStream(), from: 0, limit: 2 })).events).toEqual([]);
    },
  },
  {
    promise: 'keeps a stream of 100,000 events (fewer where the store says so), and reads it back whole',
    keep: async (trial) => {
      const { longestStream = LONGEST_STREAM } = trial.traits;
      const stream = aStream();
      const written: string[] = [];
      for (let revision = -1; revision < longestStream - 1; revision += AT_ONCE) {
        const events = from(0, AT_ONCE).map(() => fact('DayClosed'));
        written.push(...events.map(({ eventId }) => eventId));
        const expected = revision < 0 ? 'none' : revision;
        expect(await trial.append({ stream, expected, events })).toMatchObject({ revision: revision + AT_ONCE });
      }
      const read = (await trial.streamEvents(stream)).map(envelopeOf);
      expect(read.length).toBe(longestStream);
      const misplaced = read.filter(({ eventId, revision }, at) => revision !== at || eventId !== written[at]);
      expect(misplaced).toEqual([]);
    },
  },
];
