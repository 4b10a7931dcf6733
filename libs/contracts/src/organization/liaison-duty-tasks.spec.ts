import { day } from '@gongyou/domain';
import { definitionsInTurn, dutyTasksOf } from './liaison-duty-tasks';

const definition = (effectiveOn: string, ...duties: [itemId: string, frequency?: 'month' | 'quarter' | 'year'][]) => ({
  effectiveOn: day(effectiveOn),
  role: {
    duties: { items: duties.map(([itemId, frequency]) => ({ itemId, text: itemId, ...(frequency && { frequency }) })) },
  },
});
const year = { from: day('2026-01-01'), to: day('2026-12-31') };
const tasks = (onDutyFrom: string, endsOn: string | null, ...definitions: ReturnType<typeof definition>[]): string[] =>
  dutyTasksOf({ onDutyFrom: day(onDutyFrom), endsOn: endsOn === null ? null : day(endsOn) }, definitions, year).map(
    ({ duty, period, dueOn }) => `${duty.itemId} ${period} ${dueOn}`,
  );

describe('The duties of a liaison post (JX-38a)', () => {
  it('make a task in each period of their frequency, due on its last day', () =>
    expect(tasks('2025-12-31', null, definition('2025-01-01', ['meet', 'quarter'], ['report', 'year']))).toEqual([
      'report 2026 2026-12-31',
      'meet 2026-Q1 2026-03-31',
      'meet 2026-Q2 2026-06-30',
      'meet 2026-Q3 2026-09-30',
      'meet 2026-Q4 2026-12-31',
    ]));
  it('make none without a frequency', () =>
    expect(tasks('2025-12-31', null, definition('2025-01-01', ['mediate']))).toEqual([]));
  it.each([
    ['2026-10-01', 3],
    ['2026-10-02', 2],
  ])('are owed for periods that were served whole: on duty from %s, %i months', (onDutyFrom, months) =>
    expect(tasks(onDutyFrom, null, definition('2025-01-01', ['visit', 'month']))).toHaveLength(months),
  );
  it.each([
    ['2026-02-28', 2],
    ['2026-02-27', 1],
  ])('are owed for periods that were served to their end: until %s, %i months', (endsOn, months) =>
    expect(tasks('2025-01-01', endsOn, definition('2025-01-01', ['visit', 'month']))).toHaveLength(months),
  );
  it('are those of the version in force on the first day of the period', () => {
    const versions = [definition('2025-01-01', ['visit', 'month']), definition('2026-11-01', ['talk', 'month'])];
    expect(tasks('2026-10-01', null, ...versions)).toEqual([
      'visit 2026-10 2026-10-31',
      'talk 2026-11 2026-11-30',
      'talk 2026-12 2026-12-31',
    ]);
    expect(tasks('2026-12-01', null, definition('2026-12-02', ['talk', 'month']))).toEqual([]);
  });
});

describe('The definitions of a post', () => {
  it('are those from above until the first of a nearer unit takes effect', () => {
    const [own, above] = [definition('2026-03-01'), definition('2026-01-01')];
    expect(definitionsInTurn([[own], [], [above, definition('2026-03-01'), definition('2026-06-01')]])).toEqual([
      above,
      own,
    ]);
    expect(definitionsInTurn([[], [above]])).toEqual([above]);
  });
});
