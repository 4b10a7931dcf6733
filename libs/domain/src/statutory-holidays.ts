import { getSolarDateFromLunar } from 'chinese-days';
import { addDays, type Day, day } from './day';

/** The calendars behind the lunar festivals and Qingming are only good to this year. */
export const lastYearOfStatutoryHolidays = 2099;

/**
 * The 13 days that the law itself makes holidays (《全国年节及纪念日放假办法》, State Council decree 795, in force since
 * 2025-01-01), whatever the yearly schedule moves around them: New Year 1, Spring Festival 4 with its eve, Qingming 1,
 * Labour Day 2, Dragon Boat 1, Mid-Autumn 1, National Day 3.
 *
 * @param year 2025 to `lastYearOfStatutoryHolidays`
 */
export function statutoryHolidays(year: number): Day[] {
  const springFestival = dayOfLunar(year, 1, 1);
  return [
    day(`${year}-01-01`),
    ...[-1, 0, 1, 2].map((offset) => addDays(springFestival, offset)),
    qingming(year),
    day(`${year}-05-01`),
    day(`${year}-05-02`),
    dayOfLunar(year, 5, 5),
    dayOfLunar(year, 8, 15),
    day(`${year}-10-01`),
    day(`${year}-10-02`),
    day(`${year}-10-03`),
  ];
}

function dayOfLunar(year: number, month: number, dayOfMonth: number): Day {
  // The package reads a text as UTC and then counts in local time, a day off west of Greenwich; local noon is safe.
  return day(getSolarDateFromLunar(new Date(year, month - 1, dayOfMonth, 12)).date);
}

function qingming(year: number): Day {
  // The usual 21st-century formula. The package has it too, but answers a day early west of Greenwich.
  const inCentury = year - 2000;
  return day(`${year}-04-0${Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4)}`);
}
