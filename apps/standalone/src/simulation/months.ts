import { addMonths, type Day, firstDay, lastDay, type Month, monthOf } from '@gongyou/domain';
import type { Randomness } from '../randomness';
import type { Act, Lane } from './act';

/** A month of the story: the days of it that are played, both included. */
export interface PlayedMonth {
  /** 0 for the first. */
  index: number;
  month: Month;
  from: Day;
  to: Day;
}

/** So many calendar months up to the one of a day, which ends with that day. */
export function monthsUpTo(until: Day, count: number): PlayedMonth[] {
  return Array.from({ length: count }, (_, index) => {
    const month = addMonths(monthOf(until), index + 1 - count);
    const to = lastDay(month);
    return { index, month, from: firstDay(month), to: to < until ? to : until };
  });
}

/**
 * What of a life is told in a month. The first month tells also what came before it: the papers that were there already.
 */
export function* actsIn({ index, from, to }: PlayedMonth, life: Lane): Iterable<Act> {
  for (const act of life) if (act.on <= to && (index === 0 || act.on >= from)) yield act;
}

/** What of a month's own acts is told within its played days. */
export function* upTo({ to }: PlayedMonth, acts: Lane): Iterable<Act> {
  for (const act of acts) if (act.on <= to) yield act;
}

/** A day of a month, or nothing when it is not played. */
export function dayIn({ month, to }: PlayedMonth, dayOfMonth: number): Day | undefined {
  const day = `${month}-${String(dayOfMonth).padStart(2, '0')}` as Day;
  return day <= to ? day : undefined;
}

/** Any of the played days of a month between two dates of it; nothing when none of them is played. */
export function anyDayIn(played: PlayedMonth, chance: Randomness, least: number, most: number): Day | undefined {
  return dayIn(played, chance.between(least, most));
}
