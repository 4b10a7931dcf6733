import published from 'chinese-days/dist/chinese-days.json';
import type { Day } from './day';

/** Which days were moved: the State Council's yearly schedules (国务院办公厅关于…部分节假日安排的通知), years in a row. */
export interface HolidaySchedule {
  /** First and last year whose schedule is known. */
  readonly firstYear: number;
  readonly lastYear: number;
  /** Days off: the holidays and the days moved next to them, whatever their weekday. */
  readonly holidays: ReadonlySet<Day>;
  /** Saturdays and Sundays that are worked in exchange (调休上班). */
  readonly makeUpWorkingDays: ReadonlySet<Day>;
}

/**
 * The schedules that the package `chinese-days` knows; its yearly release with the next year is all it takes to extend
 * them. Read as its published JSON and not through its functions: they answer for years without a schedule as if there
 * were no holidays, and depend on the time zone of the process.
 */
export const stateCouncilSchedule: HolidaySchedule = scheduleFrom(published);

export function scheduleFrom(moved: {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}): HolidaySchedule {
  // Only a year's own schedule names its National Day; New Year's schedule also reaches back into the year before.
  const years = Object.keys(moved.holidays)
    .filter((date) => date.endsWith('-10-01'))
    .map((date) => Number(date.slice(0, 4)))
    .sort((a, b) => a - b);
  const firstYear = years[0];
  if (firstYear === undefined) throw new RangeError('A holiday schedule needs at least one whole year.');
  const gap = years.findIndex((year, index) => year !== firstYear + index);
  return {
    firstYear,
    lastYear: firstYear + (gap === -1 ? years.length : gap) - 1,
    holidays: new Set(Object.keys(moved.holidays) as Day[]),
    makeUpWorkingDays: new Set(Object.keys(moved.workdays) as Day[]),
  };
}
