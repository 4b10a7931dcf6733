import { inArea, type StandingCount, type StandingLine } from './standing-line';

const officers = (dimension: string): StandingCount => ({ indicator: 'liaisonOfficersOnDuty', dimension });

/** How far the three levels of liaison officers cover an organization, and whether their districts meet. */
export const liaisonLines: readonly StandingLine[] = inArea('liaison', [
  {
    indicator: 'fullTimeDistrictLiaisonOfficers',
    title: { zh: '专职片区协理员人数', en: 'Full-time district liaison officers' },
    numerator: officers('district-fullTime'),
  },
  {
    indicator: 'districtsWithFullTimeOfficerRate',
    title: { zh: '片区专职协理员覆盖率', en: 'Districts with a full-time liaison officer' },
    numerator: { indicator: 'districtsWithFullTimeOfficer' },
    denominator: { indicator: 'openUnits', dimension: 'projectDistrict' },
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
    denominator: { indicator: 'openUnits', dimension: 'projectDistrict' },
    target: { provisionId: 'JX-20', leastBasisPoints: 10_000 },
  },
]);
