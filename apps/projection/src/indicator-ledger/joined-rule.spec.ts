import { day } from '@gongyou/domain';
import fc from 'fast-check';
import { bookFacts } from './joined-rule';

interface Facts {
  open: { from: string; until: string | null }[];
  covered: { from: string; until: string | null }[];
}

const lasts = (spans: Facts['open'], on: string): boolean =>
  spans.some(({ from, until }) => from <= on && (until === null || until > on));
const rule = {
  daysOf: ({ open, covered }: Facts) =>
    [...open, ...covered].flatMap(({ from, until }) => (until === null ? [day(from)] : [day(from), day(until)])),
  countsOn: ({ open, covered }: Facts, on: string) =>
    lasts(open, on) && lasts(covered, on) ? [{ indicator: 'openUnits' as const, unitId: 'hongda' }] : [],
};
const said = (before: Facts | undefined, after: Facts) =>
  bookFacts(rule, before, after).map(({ day: on, amount }) => [on, amount]);

describe('What several streams tell of a subject', () => {
  const open: Facts = { open: [{ from: '2026-01-01', until: null }], covered: [] };

  it('counts from the day on which all of it holds', () => {
    expect(said(undefined, open)).toEqual([]);
    const covered = { ...open, covered: [{ from: '2026-03-01', until: null }] };
    expect(said(open, covered)).toEqual([['2026-03-01', 1]]);
  });

  it('counts no more when one of it ends, also on a day known beforehand', () => {
    const term = { ...open, covered: [{ from: '2026-03-01', until: '2026-06-01' }] };
    expect(said(open, term)).toEqual([
      ['2026-03-01', 1],
      ['2026-06-01', -1],
    ]);
  });

  it('is put right on its own days when one of it is told late', () => {
    const covered = { ...open, covered: [{ from: '2026-03-01', until: null }] };
    const closed = { ...covered, open: [{ from: '2026-01-01', until: '2026-02-01' }] };
    expect(said(covered, closed)).toEqual([['2026-03-01', -1]]);
  });

  it('adds up, on any day, to what the facts say of that day, in whatever order they were told', () => {
    const span = fc
      .tuple(fc.integer({ min: 1, max: 28 }), fc.option(fc.integer({ min: 1, max: 28 })))
      .map(([from, until]) => ({ from: dayOf(from), until: until === null ? null : dayOf(until) }));
    const facts = fc.record({ open: fc.array(span, { maxLength: 3 }), covered: fc.array(span, { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 28 }), (told, on) => {
        const sum = told
          .flatMap((after, index) => bookFacts(rule, told[index - 1], after))
          .filter((entry) => entry.day <= dayOf(on))
          .reduce((total, { amount }) => total + amount, 0);
        expect(sum).toBe(rule.countsOn(told.at(-1)!, dayOf(on)).length);
      }),
    );
  });
});

const dayOf = (date: number): string => `2026-03-${String(date).padStart(2, '0')}`;
