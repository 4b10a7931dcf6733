import type { BilingualText, Month } from '@gongyou/domain';
import type { Figure } from './leading-group-report';

/** Something counted over months, or a share: what was counted, out of what. The value of either is the sum of its figures. */
export interface PeriodIndicatorLine {
  indicator: string;
  title: BilingualText;
  counted: Figure[];
  /** Of a share: what it is a share of. */
  outOf: Figure[] | null;
  /** The share in hundredths of a percent, rounded half up; null for a count, and for a share of nothing. */
  shareBasisPoints: number | null;
  /** The same of as many months before the period. */
  before: { value: number; shareBasisPoints: number | null };
  /** What a provision asks for: that the share grows from one period to the next. */
  target: { provisionId: string; op: 'increase' } | null;
  /** Judged on the exact shares; null where there is no target, or nothing to judge. */
  attained: boolean | null;
}

/** What happened in an organization in some months, and how many of those who were there stayed. */
export interface PeriodIndicatorsAnswer {
  organization: { unitId: string; name: string };
  period: { from: Month; to: Month };
  /** The end of the period, or the newest day that is known when that is earlier. */
  asOf: { day: string; position: number };
  indicators: PeriodIndicatorLine[];
}
