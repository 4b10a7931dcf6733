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
  {
    indicator: 'partyBuildingInArticlesRate',
    title: { zh: '党建入章程企业占比', en: 'Enterprises with Party building in their articles' },
    numerator: { indicator: 'enterprisesWithPartyBuildingInArticles' },
    denominator: { indicator: 'openEnterprises' },
  },
  {
    indicator: 'crossHeldPostsRate',
    title: { zh: '有交叉任职的企业占比', en: 'Enterprises with a cross-held post' },
    numerator: { indicator: 'enterprisesWithCrossHeldPosts' },
    denominator: { indicator: 'openEnterprises' },
  },
  {
    indicator: 'employeeDirectorsRate',
    title: { zh: '有职工董事的企业占比', en: 'Enterprises with an employee director' },
    numerator: { indicator: 'enterprisesWithEmployeeSeats', dimension: 'directors' },
    denominator: { indicator: 'openEnterprises' },
  },
  {
    indicator: 'employeeSupervisorsRate',
    title: { zh: '有职工监事的企业占比', en: 'Enterprises with an employee supervisor' },
    numerator: { indicator: 'enterprisesWithEmployeeSeats', dimension: 'supervisors' },
    denominator: { indicator: 'openEnterprises' },
  },
];
