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

const officers = (dimension: string): StandingCount => ({ indicator: 'liaisonOfficersOnDuty', dimension });

/** How far the three levels of liaison officers cover an organization, and whether their districts meet. */
const liaisonLines: readonly StandingLine[] = [
  {
    indicator: 'fullTimeDistrictLiaisonOfficers',
    title: { zh: '专职片区协理员人数', en: 'Full-time district liaison officers' },
    numerator: officers('district-fullTime'),
  },
  {
    indicator: 'districtsWithFullTimeOfficerRate',
    title: { zh: '片区专职协理员覆盖率', en: 'Districts with a full-time liaison officer' },
    numerator: { indicator: 'districtsWithFullTimeOfficer' },
    denominator: openUnits('projectDistrict'),
    target: { provisionId: 'JX-07a', leastBasisPoints: 10_000 },
  },
  {
    indicator: 'partTimeProjectLiaisonOfficers',
    title: { zh: '兼职项目协理员人数', en: 'Part-time project liaison officers' },
    numerator: officers('project-partTime'),
  },
  {
    indicator: 'projectsWithLiaisonOfficerRate',
    title: { zh: '在建项目协理员覆盖率', en: 'Projects under construction with a liaison officer' },
    numerator: { indicator: 'projectsWithLiaisonOfficer' },
    denominator: { indicator: 'projectsUnderConstruction' },
    target: { provisionId: 'JX-07b', leastBasisPoints: 10_000 },
  },
  {
    indicator: 'crewsWithLiaisonPersonRate',
    title: { zh: '班组联络员覆盖率', en: 'Crews with a liaison person' },
    numerator: { indicator: 'crewsWithLiaisonPerson' },
    denominator: { indicator: 'standingCrews' },
    target: { provisionId: 'JX-08', leastBasisPoints: 10_000 },
  },
  {
    indicator: 'liaisonOfficersDisclosedRate',
    title: { zh: '协理员、联络员公开率', en: 'Liaison officers who are disclosed' },
    numerator: { indicator: 'liaisonOfficersDisclosed' },
    denominator: { indicator: 'liaisonOfficersOnDuty' },
    target: { provisionId: 'JX-11', leastBasisPoints: 10_000 },
  },
  {
    indicator: 'districtsThatMetInQuarterRate',
    title: { zh: '本季度已开协理员会议的片区比例', en: 'Districts that held their meeting in the quarter' },
    numerator: { indicator: 'districtsThatMetInQuarter' },
    denominator: openUnits('projectDistrict'),
    target: { provisionId: 'JX-20', leastBasisPoints: 10_000 },
  },
];

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
  ...liaisonLines,
];
