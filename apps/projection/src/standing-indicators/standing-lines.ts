import type { EmploymentForm } from '@gongyou/contracts';
import type { BilingualText } from '@gongyou/domain';
import { NOT_TOLD } from '../indicator-ledger/workers.rule';
import { liaisonLines } from './liaison-lines';
import { matterLines } from './matter-lines';
import { inArea, type ListedLine, type StandingCount, type StandingLine } from './standing-line';
import { unionLines } from './union-lines';

const openUnits = (dimension: string): StandingCount => ({ indicator: 'openUnits', dimension });

/** What workers are called by their form of employment (JX-63). */
const forms = Object.entries({
  direct: { zh: '直接用工', en: 'employed directly' },
  dispatched: { zh: '劳务派遣工', en: 'dispatched by an agency' },
  subcontracted: { zh: '分包用工', en: 'employed by a subcontractor' },
  flexible: { zh: '灵活用工', en: 'employed flexibly' },
  platform: { zh: '平台用工', en: 'working through a platform' },
  [NOT_TOLD]: { zh: '用工形式未填报者', en: 'in a form that was not told' },
} satisfies Record<EmploymentForm | typeof NOT_TOLD, BilingualText>);

const workerLines: readonly ListedLine[] = [
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
  {
    indicator: 'workersUnderContractRate',
    title: { zh: '在场工人合同在期率', en: 'Workers on site by a contract in force' },
    numerator: { indicator: 'workersUnderContract' },
    denominator: { indicator: 'workersOnSite' },
  },
  ...forms.map(([dimension, { zh, en }]): ListedLine => ({
    indicator: `${dimension}WorkersShare`,
    title: { zh: `${zh}占在场工人比例`, en: `Share of workers on site who are ${en}` },
    numerator: { indicator: 'workersByEmploymentForm', dimension },
    denominator: { indicator: 'workersOnSite' },
  })),
];

const crewLines: readonly ListedLine[] = [
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
    indicator: 'subcontractorCrewsCoveredRate',
    title: { zh: '劳务分包班组覆盖率', en: 'Crews of labour subcontractors that are covered' },
    numerator: { indicator: 'coveredSubcontractorCrews' },
    denominator: { indicator: 'subcontractorCrews' },
  },
  {
    indicator: 'subcontractorCrewsCoveredAndEvaluatedRate',
    title: { zh: '劳务分包班组覆盖且评价率', en: 'Crews of labour subcontractors that are covered and evaluated' },
    numerator: { indicator: 'evaluatedSubcontractorCrews' },
    denominator: { indicator: 'subcontractorCrews' },
  },
];

const enterpriseLines: readonly ListedLine[] = [
  {
    indicator: 'partyBuildingInArticlesRate',
    title: { zh: '党建入章程企业占比', en: 'Enterprises with Party building in their articles' },
    numerator: { indicator: 'enterprisesWithPartyBuildingInArticles' },
    denominator: { indicator: 'enterprises' },
  },
  {
    indicator: 'crossHeldPostsRate',
    title: { zh: '有交叉任职的企业占比', en: 'Enterprises with a cross-held post' },
    numerator: { indicator: 'enterprisesWithCrossHeldPosts' },
    denominator: { indicator: 'enterprises' },
  },
  {
    indicator: 'employeeDirectorsRate',
    title: { zh: '有职工董事的企业占比', en: 'Enterprises with an employee director' },
    numerator: { indicator: 'enterprisesWithEmployeeSeats', dimension: 'directors' },
    denominator: { indicator: 'enterprises' },
  },
  {
    indicator: 'employeeSupervisorsRate',
    title: { zh: '有职工监事的企业占比', en: 'Enterprises with an employee supervisor' },
    numerator: { indicator: 'enterprisesWithEmployeeSeats', dimension: 'supervisors' },
    denominator: { indicator: 'enterprises' },
  },
];

/** What is shown of an organization, in this order, to all who read figures. */
export const standingLines: readonly StandingLine[] = [
  ...inArea('workers', workerLines),
  ...inArea('crews', crewLines),
  ...inArea('enterprises', enterpriseLines),
  ...matterLines,
  ...unionLines,
  ...liaisonLines,
];
