import fc from 'fast-check';
import { addDays, compareDays, type Day, day } from './day';
import { scheduleFrom, stateCouncilSchedule } from './holiday-schedule';
import { WorkingDays, workingDays } from './working-days';
import { refusalOf } from './testing/refusal-of';

const settled = (text: string) => ({ day: text, provisional: false });
const provisional = (text: string) => ({ day: text, provisional: true });

describe('A pay day that falls on a holiday (T1)', () => {
  it('moves from 2026-10-03, National Day, to 2026-09-30', () =>
    expect(workingDays.lastWorkingDayOnOrBefore(day('2026-10-03'))).toEqual(settled('2026-09-30')));
  it('stays where it is on a working day, make-up Saturdays included', () => {
    expect(workingDays.lastWorkingDayOnOrBefore(day('2026-09-30'))).toEqual(settled('2026-09-30'));
    expect(workingDays.lastWorkingDayOnOrBefore(day('2026-10-10'))).toEqual(settled('2026-10-10'));
  });
  it('moves before the whole Spring Festival holiday', () =>
    expect(workingDays.lastWorkingDayOnOrBefore(day('2026-02-23'))).toEqual(settled('2026-02-14')));
});

describe('A decision after a pay order whose deadline was 2025-12-18 (T2)', () => {
  const deadline = day('2025-12-18');

  it('is due on 2026-01-16, working day 20', () =>
    expect(workingDays.addWorkingDays(deadline, 20)).toEqual(settled('2026-01-16')));
  it('is due on 2026-02-13 with an extension of 20 working days', () =>
    expect(workingDays.addWorkingDays(deadline, 40)).toEqual(settled('2026-02-13')));
  it('was made on working day 31 if the listing is of 2026-02-02', () =>
    expect(workingDays.workingDaysBetween(deadline, day('2026-02-02'))).toEqual({ count: 31, provisional: false }));
  it('would be counted wrongly by a counter that only skips weekends', () => {
    const weekendsOnly = new WorkingDays({
      ...stateCouncilSchedule,
      holidays: new Set(),
      makeUpWorkingDays: new Set(),
    });
    expect(weekendsOnly.workingDaysBetween(deadline, day('2026-02-02')).count).toBe(32);
  });
});

describe('The schedule of 2026 (notice of the State Council General Office, 2025-11-04)', () => {
  it.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
    'has %s worked in exchange',
    (text) => expect(workingDays.isWorkingDay(day(text))).toBe(true),
  );
  it.each([
    ['2026-01-01', '2026-01-03'],
    ['2026-02-15', '2026-02-23'],
    ['2026-04-04', '2026-04-06'],
    ['2026-05-01', '2026-05-05'],
    ['2026-06-19', '2026-06-21'],
    ['2026-09-25', '2026-09-27'],
    ['2026-10-01', '2026-10-07'],
  ])('is off from %s to %s', (from, to) => {
    expect(workingDays.workingDaysBetween(addDays(day(from), -1), day(to)).count).toBe(0);
  });
  it('leaves 248 working days (人社部发〔2025〕2号)', () =>
    expect(workingDays.workingDaysBetween(day('2025-12-31'), day('2026-12-31')).count).toBe(248));
});

describe('A day whose schedule is not published', () => {
  // Stays true when the package learns of later years.
  const known = (days: ReadonlySet<Day>) => new Set([...days].filter((of) => of <= '2026-12-28'));
  const schedule2026 = {
    ...stateCouncilSchedule,
    lastYear: 2026,
    holidays: known(stateCouncilSchedule.holidays),
    makeUpWorkingDays: known(stateCouncilSchedule.makeUpWorkingDays),
  };
  const until2026 = new WorkingDays(schedule2026);

  it('is marked in every count that goes through it', () => {
    expect(until2026.addWorkingDays(day('2026-12-21'), 5)).toEqual(settled('2026-12-28'));
    expect(until2026.addWorkingDays(day('2026-12-21'), 6)).toEqual(provisional('2026-12-29'));
    expect(until2026.addWorkingDays(day('2027-03-01'), 20)).toEqual(provisional('2027-03-29'));
    expect(until2026.lastWorkingDayOnOrBefore(day('2027-01-03'))).toEqual(provisional('2026-12-31'));
    expect(until2026.workingDaysBetween(day('2026-12-01'), day('2026-12-29')).provisional).toBe(true);
    expect(until2026.workingDaysBetween(day('2026-12-01'), day('2026-12-28')).provisional).toBe(false);
  });
  it('is still off when the law itself makes it a holiday', () => {
    expect(until2026.lastWorkingDayOnOrBefore(day('2027-02-08'))).toEqual(provisional('2027-02-04'));
    expect(until2026.lastWorkingDayOnOrBefore(day('2027-10-01'))).toEqual(provisional('2027-09-30'));
  });
  it('is not answered yes or no', () => {
    expect(until2026.isSettled(day('2026-12-28'))).toBe(true);
    expect(until2026.isWorkingDay(day('2026-12-28'))).toBe(true);
    expect(until2026.isSettled(day('2026-12-29'))).toBe(false);
    expect(refusalOf(() => until2026.isWorkingDay(day('2026-12-29')))).toMatchObject({
      code: 'domain.workingDays.scheduleNotPublished',
      detail: { lastSettledDay: '2026-12-28' },
    });
  });
  it('is settled by adding the year', () => {
    const until2027 = new WorkingDays({ ...schedule2026, lastYear: 2027 });
    expect(until2027.addWorkingDays(day('2027-03-01'), 20)).toEqual(settled('2027-03-29'));
  });
  it.each(['2003-12-31', '2100-01-01'])('is refused altogether on %s', (text) => {
    expect(refusalOf(() => workingDays.lastWorkingDayOnOrBefore(day(text))).code).toBe('domain.workingDays.outOfRange');
    expect(refusalOf(() => workingDays.workingDaysBetween(addDays(day(text), -1), day(text))).code).toBe(
      'domain.workingDays.outOfRange',
    );
  });
});

describe('Counting working days', () => {
  const from = fc.integer({ min: 0, max: 365 * 22 }).map((count) => addDays(day('2004-01-01'), count));
  const count = fc.integer({ min: 0, max: 300 });

  it('reaches a later working day for each one more', () =>
    fc.assert(
      fc.property(from, count, (start, n) => {
        const reached = workingDays.addWorkingDays(start, n + 1);
        expect(compareDays(reached.day, workingDays.addWorkingDays(start, n).day)).toBe(1);
        expect(workingDays.lastWorkingDayOnOrBefore(reached.day)).toEqual(reached);
      }),
    ));
  it('never goes back when started later', () =>
    fc.assert(
      fc.property(from, count, (start, n) => {
        const later = workingDays.addWorkingDays(addDays(start, 1), n).day;
        expect(later >= workingDays.addWorkingDays(start, n).day).toBe(true);
      }),
    ));
  it('counts back what it counted forth', () =>
    fc.assert(
      fc.property(from, count, (start, n) => {
        const { day: reached, provisional: mark } = workingDays.addWorkingDays(start, n);
        expect(workingDays.workingDaysBetween(start, reached)).toEqual({ count: n, provisional: mark });
      }),
    ));
  it('counts nothing backwards', () =>
    expect(workingDays.workingDaysBetween(day('2026-11-20'), day('2026-11-19'))).toEqual({
      count: 0,
      provisional: false,
    }));
  it('stays with none to add', () =>
    expect(workingDays.addWorkingDays(day('2026-10-03'), 0)).toEqual(settled('2026-10-03')));
  it.each([-1, 0.5, Number.NaN, Infinity])('does not take %d', (n) =>
    expect(() => workingDays.addWorkingDays(day('2026-11-20'), n)).toThrow(RangeError),
  );
});

describe('A holiday schedule', () => {
  it('covers 2004 to at least 2026', () => {
    expect(stateCouncilSchedule.firstYear).toBe(2004);
    expect(stateCouncilSchedule.lastYear).toBeGreaterThanOrEqual(2026);
  });
  it('ends before a year that is missing or only begun', () => {
    const moved = { '2026-10-01': '', '2027-01-01': '', '2028-10-01': '' };
    expect(scheduleFrom({ holidays: moved, workdays: {} })).toMatchObject({ firstYear: 2026, lastYear: 2026 });
  });
  it('needs a year', () => expect(() => scheduleFrom({ holidays: {}, workdays: {} })).toThrow(RangeError));
});
