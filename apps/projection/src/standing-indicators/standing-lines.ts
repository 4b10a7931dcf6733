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
  numerator: StandingCount;
  denominator?: StandingCount;
  /** Counts only what happened in the period of this kind that the day lies in, up to the day. What stands, when left out. */
  within?: PeriodKind;
  /** The least share that a provision asks for, in hundredths of a percent; as a rule, where a shortfall only warns. */
  target?: { provisionId: string; leastBasisPoints: number; asARule?: true };
}

const openUnits = (dimension: string): StandingCount => ({ indicator: 'openUnits', dimension });

/** What is shown of an organization, in this order, to all who read figures. */
export const standingLines: readonly StandingLine[] = [
  { indicator: 'openProjects', title: { zh: '在册项目数', en: 'Open projects' }, numerator: openUnits('project') },
  {
    indicator: 'workersOnSite',
    title: { zh: '在场工人数', en: 'Workers on site' },
    numerator: { indicator: 'workersOnSite' },
  },
  {
    indicator: 'overAgeWorkersShare',
    title: { zh: '超龄劳动者占在场工人比例', en: 'Share of workers over the retirement age' },
    numerator: { indicator: 'workersOnSite', dimension: 'overAge' },
    denominator: { indicator: 'workersOnSite' },
  },
  { indicator: 'openCrews', title: { zh: '在册班组数', en: 'Open crews' }, numerator: openUnits('crew') },
  {
    indicator: 'crewsWithStationedManagerRate',
    title: { zh: '班组包保覆盖率', en: 'Crews that a stationed manager answers for' },
    numerator: { indicator: 'supportedCrews' },
    denominator: { indicator: 'standingCrews' },
    target: { provisionId: 'QD-13', leastBasisPoints: 10_000 },
  },
  {
    indicator: 'crewsWithStationedPartyMemberRate',
    title: { zh: '党员进驻班组覆盖率', en: 'Crews with a stationed Party member' },
    numerator: { indicator: 'guidedCrews' },
    denominator: { indicator: 'standingCrews' },
  },
];
