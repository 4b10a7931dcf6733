import type { Bilingual } from './bilingual';
import { addDays, type Day, day, weekdayOf } from './day';
import { type HolidaySchedule, stateCouncilSchedule } from './holiday-schedule';
import { type RefuseOf, refuseWith } from './refusal';
import { lastYearOfStatutoryHolidays, statutoryHolidays } from './statutory-holidays';

/**
 * A day that was counted to. `provisional`: the count went through days whose holiday schedule is not published yet, so
 * the day may still move. Keep both in the event, show the mark to the user, and count again when the schedule is out.
 */
export interface CountedDay {
  readonly day: Day;
  readonly provisional: boolean;
}

/**
 * Working days (工作日): weekends and holidays off, make-up days (调休) worked.
 *
 * The State Council publishes each year's schedule only in about November of the year before. For later days the rule is
 * taken from the law alone: weekends and the 13 statutory holidays are off, nothing is moved. Such an answer always says
 * `provisional: true`; `isWorkingDay`, which has no room to say so, refuses. Days before the first schedule and after
 * 2099 are refused by every method.
 *
 * The answer depends on the installed schedule, so it is an input of a decision: ask while deciding, store the result in
 * the event, never ask while evolving a state.
 */
export class WorkingDays {
  private readonly firstSettledDay: Day;
  private readonly lastSettledDay: Day;
  private readonly statutoryByYear = new Map<number, ReadonlySet<Day>>();

  constructor(private readonly schedule: HolidaySchedule) {
    this.firstSettledDay = day(`${schedule.firstYear}-01-01`);
    // Next year's schedule also arranges the days before New Year: as far back as 29 December, never further so far.
    this.lastSettledDay = day(`${schedule.lastYear}-12-28`);
  }

  /** Whether the schedule that decides about this day is published. */
  isSettled(of: Day): boolean {
    return of >= this.firstSettledDay && of <= this.lastSettledDay;
  }

  /** @throws Refusal `domain.workingDays.scheduleNotPublished` where the answer could only be provisional */
  isWorkingDay(of: Day): boolean {
    if (of > this.lastSettledDay)
      refuse('domain.workingDays.scheduleNotPublished', { lastSettledDay: this.lastSettledDay });
    return this.isWorked(of);
  }

  /**
   * The `count`-th working day after `from`; `from` itself is not counted. A deadline of "20 working days after the order
   * date" is `addWorkingDays(orderDay, 20)`. With 0 it is `from`, working day or not.
   *
   * @param count a whole number, not negative
   */
  addWorkingDays(from: Day, count: number): CountedDay {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('Working days are counted in whole numbers.');
    let reached = from;
    for (let counted = 0; counted < count;) {
      reached = addDays(reached, 1);
      if (this.isWorked(reached)) counted += 1;
    }
    return { day: reached, provisional: count > 0 && reached > this.lastSettledDay };
  }

  /**
   * How many working days lie after `from` up to and including `to`: `to`, if worked, is working day number `count`.
   * 0 when `to` is not after `from`.
   */
  workingDaysBetween(from: Day, to: Day): { readonly count: number; readonly provisional: boolean } {
    let count = 0;
    for (let reached = from; reached < to;) {
      reached = addDays(reached, 1);
      if (this.isWorked(reached)) count += 1;
    }
    return { count, provisional: to > from && to > this.lastSettledDay };
  }

  /**
   * The day itself if worked, else the last working day before it. Wages whose pay day falls on a holiday or rest day are
   * due on the last day before it, never later (保障农民工工资支付条例 Art. 14).
   */
  lastWorkingDayOnOrBefore(latest: Day): CountedDay {
    let reached = latest;
    while (!this.isWorked(reached)) reached = addDays(reached, -1);
    return { day: reached, provisional: latest > this.lastSettledDay };
  }

  private isWorked(of: Day): boolean {
    const year = Number(of.slice(0, 4));
    if (of < this.firstSettledDay || year > lastYearOfStatutoryHolidays) {
      refuse('domain.workingDays.outOfRange', {
        firstYear: this.schedule.firstYear,
        lastYear: lastYearOfStatutoryHolidays,
      });
    }
    if (this.schedule.makeUpWorkingDays.has(of)) return true;
    if (this.schedule.holidays.has(of)) return false;
    const weekday = weekdayOf(of);
    if (weekday === 0 || weekday === 6) return false;
    return year <= this.schedule.lastYear || !this.statutoryHolidaysOf(year).has(of);
  }

  private statutoryHolidaysOf(year: number): ReadonlySet<Day> {
    const known = this.statutoryByYear.get(year);
    if (known) return known;
    const holidays = new Set(statutoryHolidays(year));
    this.statutoryByYear.set(year, holidays);
    return holidays;
  }
}

export const workingDaysRefusals = {
  'domain.workingDays.scheduleNotPublished': {
    zh: '{lastSettledDay} 之后的节假日安排尚未公布，不能确定是否为工作日',
    en: 'The holiday schedule after {lastSettledDay} is not published yet: whether the day is a working day is not settled.',
  },
  'domain.workingDays.outOfRange': {
    zh: '工作日只能在 {firstYear} 至 {lastYear} 年之间计算',
    en: 'Working days can only be counted from {firstYear} to {lastYear}.',
  },
} as const satisfies Record<`domain.workingDays.${string}`, Bilingual>;

const refuse: RefuseOf<typeof workingDaysRefusals> = refuseWith(workingDaysRefusals);

/** Working days by the State Council's national schedule. */
export const workingDays = new WorkingDays(stateCouncilSchedule);
