import { fact } from '../fact';
import { aStream, envelopeOf, from, positionOf, type StorePromise } from './trial';

/** Revisions, positions and expectations; each append by itself, all of it or nothing. */
export const appendingPromises: readonly StorePromise[] = [
  {
    promise: 'gives revisions from 0 on, and positions without a gap',
    keep: async (trial) => {
      const stream = aStream();
      const first = await trial.append({ stream, expected: 'none', events: [fact(), fact()] });
      const second = await trial.append({ stream, expected: 1, events: [fact()] });
      expect([first, second]).toMatchObject([
        { outcome: 'stored', revision: 1 },
        { outcome: 'stored', revision: 2 },
      ]);
      const events = await trial.streamEvents(stream);
      const start = positionOf(events[0]!);
      expect(events.map(positionOf)).toEqual(from(start, start + 3));
    },
  },
  {
    promise: 'refuses an append whose stream stands elsewhere, and stores nothing of it',
    keep: async (trial) => {
      const stream = aStream();
      await trial.append({ stream, expected: 'none', events: [fact()] });
      for (const expected of ['none', 5] as const) {
        expect(await trial.append({ stream, expected, events: [fact()] })).toEqual({
          outcome: 'conflict',
          stream,
          actualRevision: 0,
        });
      }
      expect(await trial.append({ stream: `${stream}9`, expected: 0, events: [fact()] })).toMatchObject({
        outcome: 'conflict',
        actualRevision: -1,
      });
      expect(await trial.streamEvents(stream)).toHaveLength(1);
    },
  },
  {
    promise: 'lets one of two writers who saw the same revision win, and tells the other where the stream stands',
    keep: async (trial) => {
      const stream = aStream();
      for (let revision = 0; revision < 20; revision += 1) {
        const expected = revision === 0 ? 'none' : revision - 1;
        const race = await Promise.all([1, 2].map(() => trial.append({ stream, expected, events: [fact()] })));
        expect(race.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'stored']);
        expect(race.find(({ outcome }) => outcome === 'conflict')).toMatchObject({ actualRevision: revision });
      }
      expect((await trial.streamEvents(stream)).map((event) => envelopeOf(event).revision)).toEqual(from(0, 20));
    },
  },
  {
    promise: 'judges each append of a call by itself',
    keep: async (trial) => {
      const results = await trial.store.append([
        { stream: aStream(), expected: 3, events: [fact()] },
        { stream: aStream(), expected: 'none', events: [fact()] },
      ]);
      expect(results.map(({ outcome }) => outcome)).toEqual(['conflict', 'stored']);
    },
  },
  {
    promise: 'leaves no gap in the positions for what it refused',
    keep: async (trial) => {
      const stream = aStream();
      const kept = fact();
      await trial.append({ stream, expected: 'none', events: [kept] });
      const before = await trial.head();
      const twice = fact();
      const refused = await trial.store.append([
        { stream, expected: 'none', events: [fact()] },
        { stream: aStream(), expected: 'any', events: [fact(), twice, twice] },
        { stream: aStream(), expected: 'any', events: [fact(), kept] },
      ]);
      expect(refused.map(({ outcome }) => outcome)).toEqual(['conflict', 'eventIdReused', 'eventIdReused']);
      expect(await trial.append({ stream, expected: 0, events: [fact()] })).toMatchObject({
        outcome: 'stored',
        position: before + 1,
      });
    },
  },
  {
    promise: 'changes and removes nothing, whatever it is asked',
    keep: async (trial) => {
      const stream = aStream();
      const [first, second] = [fact(), fact('DayClosed')];
      await trial.append({ stream, expected: 'none', events: [first, second] });
      const written = await trial.streamEvents(stream);
      const changed = { ...first, data: first.data.replace('一班', '二班') };
      await trial.store.append([
        { stream, expected: 'none', events: [changed, second] },
        { stream, expected: 'any', events: [changed] },
        { stream, expected: 0, events: [fact()] },
        { stream, expected: 1, events: [{ ...second, eventId: first.eventId }] },
        { stream, expected: 'any', events: [second, first] },
      ]);
      expect(await trial.streamEvents(stream)).toEqual(written);
    },
  },
];
