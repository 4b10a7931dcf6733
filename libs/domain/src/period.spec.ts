import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { addDays, day } from './day';
import { lastDay } from './month';
import {
  isPeriod,
  IsPeriod,
  monthsOf,
  type Period,
  period,
  type PeriodKind,
  periodKind,
  periodOf,
  periodRange,
  previousPeriod,
} from './period';
import { refusalOf } from './testing/refusal-of';

const kinds: PeriodKind[] = ['year', 'half', 'quarter', 'month'];
const anyDay = fc.integer({ min: 366, max: 109_000 }).map((count) => addDays(day('1900-01-01'), count));

describe('A period', () => {
  it.each([
    ['2026', 'year', '2026-01-01', '2026-12-31', 12],
    ['2026-H1', 'half', '2026-01-01', '2026-06-30', 6],
    ['2026-H2', 'half', '2026-07-01', '2026-12-31', 6],
    ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31', 3],
    ['2026-Q4', 'quarter', '2026-10-01', '2026-12-31', 3],
    ['2028-02', 'month', '2028-02-01', '2028-02-29', 1],
    ['2199', 'year', '2199-01-01', '2199-12-31', 12],
  ])('%s is a %s from %s to %s', (text, kind, from, to, months) => {
    const of = period(text);
    expect(periodKind(of)).toBe(kind);
    expect(periodRange(of)).toEqual({ from, to });
    expect(monthsOf(of)).toHaveLength(months);
  });
  it.each([
    '2026-Q0',
    '2026-Q5',
    '2026-H3',
    '2026-13',
    '2026-q4',
    '2026Q4',
    '2026-Q4\n',
    '1899',
    '2200',
    '',
    null,
    2026,
  ])('is never %p', (value) => expect(isPeriod(value)).toBe(false));
  it('is refused with a code when it is none', () =>
    expect(refusalOf(() => period('2026-Q5')).code).toBe('domain.period.notAPeriod'));

  it.each([
    ['2026', '2025'],
    ['2026-H1', '2025-H2'],
    ['2026-Q1', '2025-Q4'],
    ['2026-Q4', '2026-Q3'],
    ['2026-01', '2025-12'],
  ])('%s follows %s', (of, previous) => expect(previousPeriod(period(of))).toBe(previous));
  it('of 1900 has none before it', () =>
    expect(refusalOf(() => previousPeriod(period('1900-H1'))).code).toBe('domain.month.outOfRange'));

  it('holds the day it was found by, and touches the one before', () =>
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...kinds), (of, kind) => {
        const found = periodOf(of, kind);
        const { from, to } = periodRange(found);
        expect(isPeriod(found)).toBe(true);
        expect(periodKind(found)).toBe(kind);
        expect(from <= of && of <= to).toBe(true);
        expect(periodOf(to, kind)).toBe(found);
        expect(periodRange(previousPeriod(found)).to).toBe(addDays(from, -1));
        expect(lastDay(monthsOf(found).at(-1)!)).toBe(to);
      }),
    ));
});

describe('A property marked @IsPeriod', () => {
  class ReportQuery {
    @IsPeriod() period!: Period;
  }
  it('names its constraint', () => {
    const [error] = validateSync(Object.assign(new ReportQuery(), { period: '2026-Q5' }));
    expect(Object.keys(error?.constraints ?? {})).toEqual(['isPeriod']);
    expect(validateSync(Object.assign(new ReportQuery(), { period: '2026-Q4' }))).toEqual([]);
  });
});
