import { validateSync } from 'class-validator';
import fc from 'fast-check';
import {
  addCalendarMonths,
  addDays,
  compareDays,
  type Day,
  day,
  dayOfInstant,
  daysBetween,
  endOfDay,
  isDay,
  IsDay,
  startOfDay,
  weekdayOf,
} from './day';
import { refusalOf } from './testing/refusal-of';

const anyDay = fc.integer({ min: 0, max: daysBetween(day('1900-01-01'), day('2199-12-31')) });
const dayNumber = (count: number) => addDays(day('1900-01-01'), count);

describe('A day', () => {
  it.each(['1900-01-01', '2199-12-31', '2024-02-29', '2000-02-29', '2026-11-20'])('may be %s', (text) =>
    expect(day(text)).toBe(text),
  );
  it.each([
    '1899-12-31',
    '2200-01-01',
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '20261120',
    '2026-11-20T00:00:00Z',
    '2026-11-20\n',
    ' 2026-11-20',
    '',
    null,
    20261120,
    new Date(0),
  ])('is never %p', (value) => expect(isDay(value)).toBe(false));
  it('is refused with a code when it does not exist', () =>
    expect(refusalOf(() => day('2026-02-30')).code).toBe('domain.day.notACalendarDay'));

  it('counts forth and back to where it was', () =>
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [from, to] = [dayNumber(a), dayNumber(b)];
        expect(isDay(from)).toBe(true);
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(Math.sign(daysBetween(from, to))).toBe(compareDays(to, from));
      }),
    ));
  it.each([
    ['1900-01-01', -1],
    ['2199-12-31', 1],
    ['2026-11-20', 0.5],
    ['2026-11-20', Number.NaN],
    ['2026-11-20', 1e300],
  ])('from %s by %d is refused', (from, count) => {
    expect(refusalOf(() => addDays(day(from), count)).code).toBe('domain.day.outOfRange');
    if (count !== -1 && count !== 1)
      expect(refusalOf(() => addCalendarMonths(day(from), count)).code).toBe('domain.day.outOfRange');
  });

  it.each([
    ['2026-05-10', 6, '2026-11-10'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-11-20', 0, '2026-11-20'],
  ])('%s and %d months is %s', (from, count, to) => expect(addCalendarMonths(day(from), count)).toBe(to));

  it('knows its weekday', () => {
    expect(weekdayOf(day('2026-11-20'))).toBe(5);
    expect(weekdayOf(day('1900-01-01'))).toBe(1);
  });
});

describe('A petition (T18)', () => {
  it('received on 2026-11-20 is answered in writing by 2026-12-05', () =>
    expect(addDays(day('2026-11-20'), 15)).toBe('2026-12-05'));
  it('accepted on 2026-11-27 is done by 2027-01-26, with an extension by 2027-02-25', () => {
    const doneBy = addDays(day('2026-11-27'), 60);
    expect(doneBy).toBe('2027-01-26');
    expect(addDays(doneBy, 30)).toBe('2027-02-25');
  });
});

describe('The day in Asia/Shanghai', () => {
  it.each([
    ['2026-11-19T15:59:59.999Z', '2026-11-19'],
    ['2026-11-19T16:00:00.000Z', '2026-11-20'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['1991-12-31T16:00:00.000Z', '1992-01-01'],
    ['2199-12-31T15:59:59.999Z', '2199-12-31'],
  ])('at %s is %s', (instant, expected) => {
    expect(dayOfInstant(new Date(instant))).toBe(expected);
    expect(dayOfInstant(Date.parse(instant))).toBe(expected);
  });
  it.each(['1991-12-31T15:59:59.999Z', '2199-12-31T16:00:00.000Z', 'no time'])('at %s is not answered', (instant) =>
    expect(refusalOf(() => dayOfInstant(new Date(instant))).code).toBe('domain.day.instantOutOfRange'),
  );

  it('agrees with the time zone tables', () => {
    const tables = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2199, 11, 31) }), (ms) => {
        expect(dayOfInstant(ms)).toBe(tables.format(ms));
      }),
    );
  });
  it('holds exactly the instants from its start to before its end', () =>
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1992, 0, 2), max: Date.UTC(2199, 11, 30) }), (ms) => {
        const of = dayOfInstant(ms);
        expect(startOfDay(of).getTime()).toBeLessThanOrEqual(ms);
        expect(endOfDay(of).getTime()).toBeGreaterThan(ms);
        expect(endOfDay(of)).toEqual(startOfDay(addDays(of, 1)));
        expect(dayOfInstant(endOfDay(of).getTime() - 1)).toBe(of);
      }),
    ));
  it('has instants only where the fixed offset holds', () => {
    expect(endOfDay(day('2199-12-31')).toISOString()).toBe('2199-12-31T16:00:00.000Z');
    expect(refusalOf(() => startOfDay(day('1991-12-31'))).code).toBe('domain.day.instantOutOfRange');
    expect(refusalOf(() => endOfDay(day('1991-12-31'))).code).toBe('domain.day.instantOutOfRange');
  });
});

describe('A property marked @IsDay', () => {
  class Receipt {
    @IsDay({ each: true }) receivedOn!: Day[];
  }
  it('names its constraint and says what it wants, without the value', () => {
    const [error] = validateSync(Object.assign(new Receipt(), { receivedOn: ['2026-11-20', '2026-11-31'] }));
    expect(error?.constraints).toEqual({
      isDay: 'each value in receivedOn must be a calendar day written YYYY-MM-DD, from 1900 to 2199',
    });
  });
});
