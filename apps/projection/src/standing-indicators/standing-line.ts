import type { StandingArea } from '@gongyou/contracts';
import type { BilingualText, PeriodKind } from '@gongyou/domain';
import type { StandingIndicator } from '../indicator-ledger/indicators';

/** Which postings a count is the sum of. */
export interface StandingCount {
  indicator: StandingIndicator;
  dimension?: string;
}

/** A line of the standing indicators: a count, or a share of two. */
export interface StandingLine {
  indicator: string;
  title: BilingualText;
  area: StandingArea;
  numerator: StandingCount;
  denominator?: StandingCount;
  /** Counts only what happened in the period of this kind that the day lies in, up to the day. What stands, when left out. */
  within?: PeriodKind;
  /** The least share that a provision asks for, in hundredths of a percent; as a rule, where a shortfall only warns. */
  target?: { provisionId: string; leastBasisPoints: number; asARule?: true };
}

/** A line as its area lists it. */
export type ListedLine = Omit<StandingLine, 'area'>;

export const inArea = (area: StandingArea, lines: readonly ListedLine[]): StandingLine[] =>
  lines.map((line) => ({ ...line, area }));

/** The counts that a line is made of. */
export const countsOf = ({ numerator, denominator }: StandingLine): StandingCount[] =>
  denominator ? [numerator, denominator] : [numerator];
