import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { addDays, day } from './day';
import { addMonths, firstDay, isMonth, IsMonth, lastDay, type Month, month, monthOf, monthsBetween } from './month';
import { refusalOf } from './testing/refusal-of';

const anyMonth = fc.integer({ min: 0, max: 300 * 12 - 1 }).map((count) => addMonths(month('1900-01'), count));

describe('A month', () => {
  it.each(['1900-01', '2199-12', '2026-11'])('may be %s', (text) => expect(month(text)).toBe(text));
  it.each(['2026-13', '2026-00', '2026-1', '1899-12', '2200-01', '2026-11-01', '2026-11\n', '2026', '', null, 202611])(
    'is never %p',
    (value) => expect(isMonth(value)).toBe(false),
  );
  it('is refused with a code when it is none', () =>
    expect(refusalOf(() => month('2026-13')).code).toBe('domain.month.notACalendarMonth'));

  it('counts forth and back to where it was', () =>
    fc.assert(
      fc.property(anyMonth, anyMonth, (from, to) => {
        expect(addMonths(from, monthsBetween(from, to))).toBe(to);
        expect(monthsBetween(from, to)).toBe(-monthsBetween(to, from) + 0);
      }),
    ));
  it('runs from its first day to the day before the next month', () =>
    fc.assert(
      fc.property(anyMonth, (of) => {
        expect(monthOf(firstDay(of))).toBe(of);
        expect(monthOf(lastDay(of))).toBe(of);
        fc.pre(of !== '2199-12');
        expect(addDays(lastDay(of), 1)).toBe(firstDay(addMonths(of, 1)));
      }),
    ));
  it.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2100-02', '2100-02-28'],
    ['2199-12', '2199-12-31'],
  ])('%s ends on %s', (of, last) => expect(lastDay(month(of))).toBe(last));
  it.each([
    ['1900-01', -1],
    ['2199-12', 1],
    ['2026-11', 0.5],
    ['2026-11', Number.NaN],
  ])('from %s by %d is refused', (from, count) =>
    expect(refusalOf(() => addMonths(month(from), count)).code).toBe('domain.month.outOfRange'),
  );
  it('of a day is the month it lies in', () => expect(monthOf(day('2026-11-20'))).toBe('2026-11'));
});

describe('A property marked @IsMonth', () => {
  class WageSheet {
    @IsMonth() month!: Month;
  }
  it('names its constraint', () => {
    const [error] = validateSync(Object.assign(new WageSheet(), { month: '2026-13' }));
    expect(Object.keys(error?.constraints ?? {})).toEqual(['isMonth']);
    expect(validateSync(Object.assign(new WageSheet(), { month: '2026-12' }))).toEqual([]);
  });
});
