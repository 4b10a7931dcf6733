import type { Bilingual } from '@gongyou/domain';

/** What a task is counted under. Stored names: never rename one. */
export const taskIndicators = {
  tasksPlanned: { zh: '计划任务数', en: 'Tasks planned' },
  tasksDone: { zh: '已完成任务数', en: 'Tasks done' },
  tasksOverdue: { zh: '超期任务数', en: 'Tasks overdue' },
  tasksReturned: { zh: '退回任务数', en: 'Tasks returned' },
  tasksAwaitingAcceptance: { zh: '待验收任务数', en: 'Tasks awaiting acceptance' },
  progressReports: { zh: '进展报告次数', en: 'Progress reports' },
  progressPercentPoints: { zh: '进展百分点合计', en: 'Sum of progress in percentage points' },
  dutiesOpened: { zh: '开立的周期职责次数', en: 'Recurring duties opened' },
  dutiesDone: { zh: '履行的周期职责次数', en: 'Recurring duties done' },
} as const satisfies Record<string, Bilingual>;
export type TaskIndicator = keyof typeof taskIndicators;

/** What the return of an indicator is posted under. Stored names: never rename one. */
export const returnIndicators = {
  indicatorReturns: { zh: '指标填报次数', en: 'Returns of the indicator' },
  indicatorNumerator: { zh: '填报指标分子（或数值）', en: 'Returned numerator, or value' },
  indicatorDenominator: { zh: '填报指标分母', en: 'Returned denominator' },
} as const satisfies Record<string, Bilingual>;
export type ReturnIndicator = keyof typeof returnIndicators;

/** Indicators whose postings belong to a programme. */
const programmeIndicators = { ...taskIndicators, ...returnIndicators };
export type ProgrammeIndicator = keyof typeof programmeIndicators;
export const programmeIndicatorNames = Object.keys(programmeIndicators) as ProgrammeIndicator[];

/**
 * What stands in an organization at a point on both clocks, whatever programme it follows: each is a balance that rises and falls
 * with the events of the organization context. Stored names: never rename one.
 */
export const standingIndicators = {
  workersOnSite: { zh: '在场工人数', en: 'Workers on site' },
  openUnits: { zh: '在册组织单元数', en: 'Open units' },
  standingCrews: { zh: '在册班组数（已组建未解散）', en: 'Crews that stand' },
  supportedCrews: { zh: '有包保管理人员的班组数', en: 'Crews that a stationed manager answers for' },
  guidedCrews: { zh: '有党员进驻的班组数', en: 'Crews with a stationed Party member' },
  projectsUnderConstruction: { zh: '在建项目数', en: 'Projects under construction' },
  liaisonOfficersOnDuty: { zh: '在岗协理员、联络员人数', en: 'Liaison officers on duty' },
  liaisonOfficersDisclosed: { zh: '已公开信息的协理员、联络员人数', en: 'Liaison officers on duty who are disclosed' },
  districtsWithFullTimeOfficer: { zh: '有专职协理员的片区数', en: 'Districts with a full-time liaison officer' },
  projectsWithLiaisonOfficer: { zh: '有协理员的在建项目数', en: 'Projects under construction with a liaison officer' },
  crewsWithLiaisonPerson: { zh: '有联络员的班组数', en: 'Crews with a liaison person' },
  districtsThatMetInQuarter: {
    zh: '本季度已开协理员会议的片区数',
    en: 'Districts that held their meeting in the quarter',
  },
  subcontractorCrews: { zh: '在册劳务分包班组数', en: 'Crews of labour subcontractors that stand' },
  coveredSubcontractorCrews: {
    zh: '已覆盖的劳务分包班组数（有班组长和包保管理人员）',
    en: 'Crews of labour subcontractors with a leader and a stationed manager',
  },
  evaluatedSubcontractorCrews: {
    zh: '已覆盖且一年内已评价的劳务分包班组数',
    en: 'Covered crews of labour subcontractors that were reviewed within a year',
  },
  crewsThatMet: { zh: '当月召开班组会议的班组数', en: 'Crews that held a meeting in the month' },
  workersUnderContract: { zh: '合同在有效期内的在场工人数', en: 'Workers on site by a contract in force' },
  workersOnSiteByForm: { zh: '在场工人数（按用工形式）', en: 'Workers on site, by form of employment' },
  workersOnSiteByContractor: { zh: '在场工人数（按用人单位）', en: 'Workers on site, by the unit that employs them' },
  workerEntries: { zh: '进场人次', en: 'Entries of workers' },
  workerExits: { zh: '退场人次', en: 'Exits of workers' },
  workersLostByForm: { zh: '流失人次（按用工形式）', en: 'Workers lost, by form of employment' },
  workersLostByContractor: { zh: '流失人次（按用人单位）', en: 'Workers lost, by the unit that employed them' },
  openEnterprises: { zh: '在册企业数', en: 'Open enterprises' },
  enterprisesWithPartyBuildingInArticles: {
    zh: '党建入章程企业数',
    en: 'Enterprises with Party building in their articles',
  },
  enterprisesWithCrossHeldPosts: { zh: '有交叉任职的企业数', en: 'Enterprises with a cross-held post' },
  enterprisesWithEmployeeSeats: {
    zh: '有职工董事或职工监事的企业数',
    en: 'Enterprises with an employee among their directors or supervisors',
  },
} as const satisfies Record<string, Bilingual>;
export type StandingIndicator = keyof typeof standingIndicators;
export const standingIndicatorNames = Object.keys(standingIndicators) as StandingIndicator[];

/** Every account of the indicator ledger, with the words for it. */
export const ledgerIndicators: Readonly<Record<LedgerIndicator, Bilingual>> = {
  ...programmeIndicators,
  ...standingIndicators,
};
export type LedgerIndicator = ProgrammeIndicator | StandingIndicator;
