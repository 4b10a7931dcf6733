import type { Append } from '@gongyou/contracts';
import { uuidv7 } from 'uuidv7';
import { fact } from '../fact';
import { answerOf, aStream, from, mark, type StorePromise, untilAnswered } from './trial';

/** The same once, however often it is sent; another thing never under the same name. */
export const idempotencyPromises: readonly StorePromise[] = [
  {
    promise: 'stores an append once, however often it is repeated, whatever came after it',
    keep: async (trial) => {
      const stream = aStream();
      const once: Append = { stream, expected: 'none', events: [fact(), fact()] };
      const first = await trial.append(once);
      await trial.append({ stream, expected: 1, events: [fact()] });
      expect(await trial.append(once)).toEqual({ ...first, outcome: 'repeated' });
      expect(await trial.streamEvents(stream)).toHaveLength(3);
    },
  },
  {
    promise: 'stores an append once that is sent again because its answer was lost',
    keep: async (trial) => {
      for (const round of from(0, 10)) {
        const stream = aStream();
        const once: Append = { stream, expected: 'none', events: [fact(), fact()] };
        if (round % 2 === 0) once.command = mark(uuidv7());
        const lost = trial.append(once).catch(() => undefined);
        await trial.traits.breakConnections?.();
        const again = await untilAnswered(() => trial.append(once));
        const first = (await lost) ?? again;
        expect(['stored', 'repeated']).toContain(again.outcome);
        expect(answerOf(again)).toBe(answerOf(first));
        expect(await untilAnswered(() => trial.append(once))).toEqual({ ...again, outcome: 'repeated' });
        expect(await untilAnswered(() => trial.streamEvents(stream))).toHaveLength(2);
      }
    },
  },
  {
    promise: 'refuses an event id that was used with other data, with another type, in another stream, or twice',
    keep: async (trial) => {
      const stream = aStream();
      const event = fact();
      await trial.append({ stream, expected: 'none', events: [event] });
      const otherName = { ...event, data: event.data.replace('一班', '二班') };
      const otherType = { ...fact('DayClosed'), eventId: event.eventId };
      const twice = fact();
      const reuses: Append[] = [
        { stream, expected: 'any', events: [otherName] },
        { stream, expected: 0, events: [otherType] },
        { stream, expected: 'any', events: [event, fact()] },
        { stream: aStream(), expected: 'none', events: [event] },
        { stream: aStream(), expected: 'none', events: [twice, twice] },
      ];
      for (const reuse of reuses)
        expect(await trial.append(reuse)).toMatchObject({ outcome: 'eventIdReused', stream: reuse.stream });
      expect(await trial.streamEvents(stream)).toHaveLength(1);
    },
  },
  {
    promise: 'gives the first answer again to a command, and refuses its key for another one, in any stream',
    keep: async (trial) => {
      const stream = aStream();
      const commandId = uuidv7();
      const first = await trial.append({ stream, expected: 'none', events: [fact()], command: mark(commandId) });
      await trial.append({ stream, expected: 0, events: [fact()] });
      expect(await trial.append({ stream, expected: 1, events: [fact()], command: mark(commandId) })).toEqual({
        ...first,
        outcome: 'repeated',
      });
      const other = {
        stream: aStream(),
        expected: 'none',
        events: [fact()],
        command: mark(commandId, 'other'),
      } as const;
      expect(await trial.append(other)).toMatchObject({ outcome: 'keyReused', commandId });
      expect(await trial.store.findCommand(commandId)).toMatchObject({
        commandId,
        fingerprint: 'f',
        result: { stream, revision: 0 },
      });
      expect(await trial.store.findCommand(uuidv7())).toBeUndefined();
    },
  },
  {
    promise: 'remembers a command that had nothing to add',
    keep: async (trial) => {
      const stream = aStream();
      await trial.append({ stream, expected: 'none', events: [fact()] });
      const commandId = uuidv7();
      const first = await trial.append({ stream, expected: 0, events: [], command: mark(commandId) });
      expect(first).toMatchObject({ outcome: 'stored', revision: 0, events: [] });
      await trial.append({ stream, expected: 0, events: [fact()] });
      expect(await trial.append({ stream, expected: 1, events: [fact()], command: mark(commandId) })).toEqual({
        ...first,
        outcome: 'repeated',
      });
    },
  },
  ...(['any', 'none'] as const).map((expected) => ({
    promise: `carries out a command once that is sent a thousand times at the same moment, expecting revision «${expected}»`,
    keep: async (trial: Parameters<StorePromise['keep']>[0]) => {
      const stream = aStream();
      const command = mark(uuidv7());
      const results = await Promise.all(
        from(0, 1_000).map(() => trial.append({ stream, expected, events: [fact()], command })),
      );
      expect(results.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
      expect(results.filter(({ outcome }) => outcome === 'repeated')).toHaveLength(999);
      expect(new Set(results.map(answerOf)).size).toBe(1);
      expect(await trial.streamEvents(stream)).toHaveLength(1);
    },
  })),
];
