import { addMonths, type Day, type Month, monthOf, type Period, type PeriodKind, periodOf } from '@gongyou/domain';

const kinds: readonly [PeriodKind, string, number, number][] = [
  ['year', '年度', 12, 3],
  ['half', '半年', 6, 4],
  ['quarter', '季度', 3, 8],
  ['month', '月度', 1, 24],
];

export interface PeriodGroup {
  label: string;
  periods: Period[];
}

/** The periods that a report is usually wanted for: the running one of each kind and those before it, newest first. */
export const recentPeriods = (today: Day): PeriodGroup[] =>
  kinds.map(([kind, label, months, count]) => ({
    label,
    periods: Array.from({ length: count }, (_, back) =>
      periodOf(firstDayOf(addMonths(monthOf(today), -back * months)), kind),
    ),
  }));

const firstDayOf = (month: Month): Day => `${month}-01` as Day;
