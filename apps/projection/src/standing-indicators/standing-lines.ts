import type { BilingualText } from '@gongyou/domain';
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
  numerator: StandingCount;
  denominator?: StandingCount;
  /** The least share that a provision asks for, in hundredths of a percent. */
  target?: { provisionId: string; leastBasisPoints: number };
}

const openUnits = (dimension: string): StandingCount => ({ indicator: 'openUnits', dimension });

/** What is shown of an organization, in this order. */
export const standingLines: readonly StandingLine[] = [
  { indicator: 'openProjects', title: { zh: '在册项目数', en: 'Open projects' }, numerator: openUnits('project') },
  { indicator: 'openCrews', title: { zh: '在册班组数', en: 'Open crews' }, numerator: openUnits('crew') },
];
