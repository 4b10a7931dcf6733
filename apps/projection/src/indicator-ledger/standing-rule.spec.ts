import { day } from '@gongyou/domain';
import fc from 'fast-check';
import { type Booking, type Entry } from './entry';
import { bookStandingEvent, type StandingAccount, type StandingRule } from './standing-rule';

interface Sited {
  type: 'Entered' | 'Left' | 'Moved';
  unitId: string;
  on: string;
}
interface Facts {
  unitId: string | null;
}

const rule: StandingRule<Sited, Facts> = {
  types: ['Entered', 'Left', 'Moved'],
  dayOf: ({ on }) => day(on),
  evolve: (_, { type, unitId }) => ({ unitId: type === 'Left' ? null : unitId }),
  counts: ({ unitId }) => (unitId === null ? [] : [{ indicator: 'openUnits', unitId }]),
};

function book(events: readonly Sited[]): Entry[] {
  let account: StandingAccount<Facts> | undefined;
  return events.flatMap((event) => {
    const booking: Booking<StandingAccount<Facts>> = bookStandingEvent(rule, account, event);
    account = booking.account;
    return booking.entries;
  });
}

const said = (entries: readonly Entry[]) => entries.map(({ unitId, day: on, amount }) => [unitId, on, amount]);

describe('A standing rule', () => {
  it('posts what begins to count', () =>
    expect(said(book([{ type: 'Entered', unitId: 'bridge', on: '2026-03-01' }]))).toEqual([
      ['bridge', '2026-03-01', 1],
    ]));

  it('posts nothing when nothing changes', () =>
    expect(
      book([
        { type: 'Entered', unitId: 'bridge', on: '2026-03-01' },
        { type: 'Moved', unitId: 'bridge', on: '2026-04-01' },
      ]),
    ).toHaveLength(1));

  it('reverses in one place what begins to count in another', () =>
    expect(
      said(
        book([
          { type: 'Entered', unitId: 'bridge', on: '2026-03-01' },
          { type: 'Moved', unitId: 'port', on: '2026-04-01' },
        ]),
      ).slice(1),
    ).toEqual([
      ['bridge', '2026-04-01', -1],
      ['port', '2026-04-01', 1],
    ]));

  it('counts what is told late from the day of what was told before it', () =>
    expect(
      said(
        book([
          { type: 'Entered', unitId: 'bridge', on: '2026-03-10' },
          { type: 'Left', unitId: 'bridge', on: '2026-03-02' },
        ]),
      ),
    ).toEqual([
      ['bridge', '2026-03-10', 1],
      ['bridge', '2026-03-10', -1],
    ]));

  it('puts right on its own day what is counted by periods', () => {
    const held: StandingRule<Sited, { unitId: string; on: string }> = {
      ...{
        types: ['Entered', 'Moved'],
        dayOf: (_, { on }) => day(on),
        evolve: (_, { unitId, on }) => ({ unitId, on }),
      },
      counts: ({ unitId, on }) => [{ indicator: 'openUnits', unitId, day: day(on) }],
    };
    const first = bookStandingEvent(held, undefined, { type: 'Entered', unitId: 'bridge', on: '2026-03-10' });
    const second = bookStandingEvent(held, first.account, { type: 'Moved', unitId: 'bridge', on: '2026-02-28' });
    expect(second.entries.map(({ day: on, periodMonth, amount }) => [on, periodMonth, amount])).toEqual([
      ['2026-03-10', '2026-03', -1],
      ['2026-02-28', '2026-02', 1],
    ]);
  });

  it('never counts below nothing, on any day, in any unit', () => {
    const event = fc.record({
      type: fc.constantFrom<Sited['type']>('Entered', 'Left', 'Moved'),
      unitId: fc.constantFrom('bridge', 'port'),
      on: fc.integer({ min: 1, max: 28 }).map((date) => `2026-03-${String(date).padStart(2, '0')}`),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.integer({ min: 1, max: 28 }), (events, date) => {
        const until = `2026-03-${String(date).padStart(2, '0')}`;
        const sums = new Map<string, number>();
        for (const { unitId, day: on, amount } of book(events)) {
          if (on <= until) sums.set(unitId, (sums.get(unitId) ?? 0) + amount);
        }
        for (const sum of sums.values()) expect([0, 1]).toContain(sum);
      }),
    );
  });
});

describe('A standing rule for what runs out', () => {
  interface Term {
    type: 'Agreed';
    from: string;
    until?: string;
    on: string;
  }
  const terms: StandingRule<Term, Omit<Term, 'type' | 'on'>> = {
    types: ['Agreed'],
    dayOf: ({ on }) => day(on),
    evolve: (_, { from, until }) => ({ from, ...(until !== undefined && { until }) }),
    counts: ({ from, until }) => [
      { indicator: 'openUnits', unitId: 'bridge', from: day(from), ...(until !== undefined && { until: day(until) }) },
    ],
  };
  const agreed = (on: string, from: string, until?: string): Term => ({
    ...{ type: 'Agreed', on, from },
    ...(until !== undefined && { until }),
  });
  const bookTerms = (events: readonly Term[]): Entry[] => {
    let account: StandingAccount<Omit<Term, 'type' | 'on'>> | undefined;
    return events.flatMap((event) => {
      const booking = bookStandingEvent(terms, account, event);
      account = booking.account;
      return booking.entries;
    });
  };
  const days = (...events: Term[]) => bookTerms(events).map(({ day: on, amount }) => `${on} ${amount}`);

  it('posts its beginning and its end, though they lie ahead', () =>
    expect(days(agreed('2026-03-01', '2026-04-01', '2026-06-01'))).toEqual(['2026-04-01 1', '2026-06-01 -1']));
  it('counts from the day it was told of when it had begun before', () =>
    expect(days(agreed('2026-04-10', '2026-04-01', '2026-06-01'))).toEqual(['2026-04-10 1', '2026-06-01 -1']));
  it('posts nothing of what had run out already', () =>
    expect(days(agreed('2026-06-01', '2026-04-01', '2026-06-01'))).toEqual([]));
  it('moves only the end when only that changes', () =>
    expect(
      days(agreed('2026-03-01', '2026-04-01', '2026-06-01'), agreed('2026-05-01', '2026-04-01', '2026-07-01')).slice(2),
    ).toEqual(['2026-06-01 1', '2026-07-01 -1']));
  it('takes up again what has run out', () =>
    expect(days(agreed('2026-03-01', '2026-04-01', '2026-06-01'), agreed('2026-07-01', '2026-04-01')).slice(2)).toEqual(
      ['2026-07-01 1'],
    ));

  it('takes nothing back that was over before it was told', () =>
    expect(
      days(
        agreed('2026-03-01', '2026-03-01', '2026-03-01'),
        agreed('2026-03-02', '2026-03-01', '2026-03-02'),
        agreed('2026-03-01', '2026-03-02'),
      ),
    ).toEqual(['2026-03-02 1']));

  it('never counts below nothing, on any day', () => {
    const someDay = fc.integer({ min: 1, max: 28 }).map((date) => `2026-03-${String(date).padStart(2, '0')}`);
    const event = fc.record({ on: someDay, from: someDay, until: fc.option(someDay, { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 10 }), someDay, (events, until) => {
        const entries = bookTerms(events.map((each) => agreed(each.on, each.from, each.until)));
        const sum = entries.reduce((all, { day: on, amount }) => (on <= until ? all + amount : all), 0);
        expect([0, 1]).toContain(sum);
      }),
      { numRuns: 1_000 },
    );
  });
});
