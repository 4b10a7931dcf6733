import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Append, NewEvent } from '@gongyou/contracts';
import { uuidv7 } from 'uuidv7';
import { fact } from '../fact';
import { aStream, envelopeOf, from, mark, positionOf, type StorePromise, type Trial, untilAnswered } from './trial';

const WRITERS = 64;
const ROUNDS = 10;
const LONGEST_DELAY_MS = 4;
const BREAKS = 5;

/** All events in one order: each reader sees every one once, whoever writes. */
export const feedPromises: readonly StorePromise[] = [
  {
    promise: 'skips and doubles nothing for readers who follow while 64 writers write, are refused and break off',
    keep: async (trial) => {
      const head = await trial.head();
      let acknowledged = 0;
      const writers = Promise.all(from(0, WRITERS).map(() => writeForAWhile(trial, () => (acknowledged += 1))));
      let isOver = false;
      const over = writers.finally(() => (isOver = true));
      const breaking = breakEvery(trial, Math.floor((WRITERS * ROUNDS) / (BREAKS + 1)), () => acknowledged, over);
      const starts = [-1, Math.floor(head / 2), head, head];
      const seen = await Promise.all(starts.map((after) => trial.follow(after, () => isOver)));
      const written = (await over).reduce((sum, each) => sum + each, 0);
      await breaking;
      const end = head + 1 + written;
      expect(seen.map((positions, index) => faultsOf(positions, starts[index]! + 1, end))).toEqual(
        starts.map(() => ({ skipped: [], twice: [], outOfOrder: 0, beyondEnd: [] })),
      );
    },
  },
  {
    promise: 'numbers the whole feed 0, 1, 2, … without a gap, and every stream likewise',
    keep: async (trial) => {
      const next = new Map<string, number>();
      const misplaced: unknown[] = [];
      let count = 0;
      for (let after = -1; ;) {
        const { events, through } = await trial.store.readAll({ after, limit: 1_000 });
        if (events.length === 0) break;
        for (const { position, stream, revision } of events.map(envelopeOf)) {
          if (position !== count || revision !== (next.get(stream) ?? 0))
            misplaced.push({ position, stream, revision });
          next.set(stream, revision + 1);
          count = position + 1;
        }
        after = through;
      }
      expect(misplaced).toEqual([]);
      expect(await trial.head()).toBe(count - 1);
    },
  },
  {
    promise: 'shows a reader who starts in the middle all that is behind, and nothing before',
    keep: async (trial) => {
      await trial.append({ stream: aStream(), expected: 'none', events: from(0, 10).map(() => fact()) });
      const head = await trial.head();
      for (const after of [head - 9, head - 5, head - 1]) {
        const page = await trial.store.readAll({ after, limit: 3 });
        expect(page.events.map(positionOf)).toEqual(from(after + 1, Math.min(after + 3, head) + 1));
        expect(page.through).toBe(Math.min(after + 3, head));
        expect(await trial.follow(after)).toEqual(from(after + 1, head + 1));
      }
    },
  },
  {
    promise: 'reads all from the middle, and only the types that are asked for',
    keep: async (trial) => {
      const head = await trial.head();
      await trial.append({ stream: aStream(), expected: 'none', events: [fact(), fact('DayClosed'), fact()] });
      const page = await trial.store.readAll({ after: head, limit: 10, types: ['DayClosed'] });
      expect(page.events.map(positionOf)).toEqual([head + 2]);
      expect(page).toMatchObject({ through: head + 3, head: head + 3 });
    },
  },
  {
    promise: 'tells where it ends to a reader who stands at the end or beyond it',
    keep: async ({ store }) => {
      const { head } = await store.readAll({ after: -1, limit: 1, types: ['DayClosed'] });
      expect(await store.readAll({ after: head, limit: 10 })).toEqual({ events: [], through: head, head });
      expect(await store.readAll({ after: head + 100, limit: 10 })).toEqual({ events: [], through: head + 100, head });
    },
  },
  {
    promise: 'tells listeners of what was committed',
    keep: async (trial) => {
      const told: number[] = [];
      const forget = trial.store.onCommitted((head) => told.push(head));
      const result = await trial.append({ stream: aStream(), expected: 'none', events: [fact()] });
      forget();
      expect(told).toContain((result as { position: number }).position);
    },
  },
];

/** Appends, refused appends and repetitions in turn, with pauses between; answers how many events it has stored. */
async function writeForAWhile(trial: Trial, acknowledged: () => void): Promise<number> {
  const stream = aStream();
  const own: NewEvent[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await pause(randomInt(LONGEST_DELAY_MS + 1));
    const next: Append = { stream, expected: 'any', events: [fact(), fact()], command: mark(uuidv7()) };
    await untilAnswered(() => trial.append(next));
    own.push(...next.events);
    acknowledged();
    const refused: Append[] = [
      { stream, expected: 'none', events: [fact()] },
      { stream: aStream(), expected: 'any', events: [fact(), own.at(-1)!] },
      { ...next, events: [fact()] },
    ];
    const { outcome } = await untilAnswered(() => trial.append(refused[round % refused.length]!));
    expect(outcome).not.toBe('stored');
  }
  return own.length;
}

/** Breaks the connections each time that so many more appends were acknowledged. */
async function breakEvery(
  trial: Trial,
  appends: number,
  acknowledged: () => number,
  over: Promise<unknown>,
): Promise<void> {
  let isOver = false;
  void over.finally(() => (isOver = true)).catch(() => undefined);
  for (let next = appends; !isOver && trial.traits.breakConnections;) {
    if (acknowledged() >= next) {
      await trial.traits.breakConnections();
      next = acknowledged() + appends;
    }
    await pause(1);
  }
}

/** What is wrong with positions that should be all from `first` to below `end`, each once and in order. */
function faultsOf(positions: readonly number[], first: number, end: number): Record<string, unknown> {
  const seen = new Set<number>();
  const twice = positions.filter((position) => seen.size === seen.add(position).size);
  return {
    skipped: from(first, end).filter((position) => !seen.has(position)),
    twice,
    outOfOrder: positions.filter((position, index) => index > 0 && position < positions[index - 1]!).length,
    beyondEnd: positions.filter((position) => position < first || position >= end),
  };
}
