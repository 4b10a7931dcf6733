import { addCalendarMonths, type Day } from './day';
import { addMonths, type Month, month, monthOf, monthsBetween } from './month';
import type { Sex } from './resident-id';

/** What the legal retirement age was before the reform: 60 for men, 55 for women in managing and technical posts, 50 for women workers. */
export type RetirementGroup = 'men' | 'womenAt55' | 'womenAt50';

/** @param manages whether the post is one of management or technology: it decides for women only */
export function retirementGroup(sex: Sex, manages: boolean): RetirementGroup {
  if (sex === 'male') return 'men';
  return manages ? 'womenAt55' : 'womenAt50';
}

/**
 * The legal retirement age in months, by the month of birth: since 2025-01-01 it rises by a month for each four months of birth (each
 * two for women who could retire at 50) until 63, 58 and 55 years (NPC Standing Committee decision of 2024-09-13, Arts. 1 and 2; OA-02).
 * Who had reached the former age by the end of 2024 keeps it.
 */
export function retirementAgeMonths(born: Month, group: RetirementGroup): number {
  const { formerYears, step, most } = reform[group];
  const since = monthsBetween(addMonths(reformBegins, -12 * formerYears), born);
  const delay = since < 0 ? 0 : Math.min(Math.floor(since / step) + 1, most);
  return formerYears * 12 + delay;
}

/** The day on which somebody reaches the legal retirement age. */
export function retirementDay(birthDay: Day, group: RetirementGroup): Day {
  return addCalendarMonths(birthDay, retirementAgeMonths(monthOf(birthDay), group));
}

/** The day on which somebody completes so many years of age. */
export function birthday(birthDay: Day, years: number): Day {
  return addCalendarMonths(birthDay, years * 12);
}

const reformBegins = month('2025-01');

/** The former age, how many months of birth share one month of delay, and the most months that it comes to. */
const reform: Readonly<Record<RetirementGroup, { formerYears: number; step: number; most: number }>> = {
  men: { formerYears: 60, step: 4, most: 36 },
  womenAt55: { formerYears: 55, step: 4, most: 36 },
  womenAt50: { formerYears: 50, step: 2, most: 60 },
};
