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
  enterprises: { zh: '在册企业数', en: 'Open enterprises' },
  enterprisesWithTradeUnion: { zh: '已建工会的企业数', en: 'Enterprises with an active trade union' },
  enterprisesWithYouthLeague: { zh: '已建共青团组织的企业数', en: 'Enterprises with an active Youth League' },
  enterprisesWithWomensFederation: { zh: '已建妇联组织的企业数', en: 'Enterprises with an active women’s federation' },
  enterprisesWithCongressSession: {
    zh: '本年度已召开职代会的企业数',
    en: 'Enterprises whose workers’ congress has met in the year',
  },
  unionMembers: { zh: '工会会员数', en: 'Union members' },
  workersByEmploymentForm: { zh: '在场工人数（分用工形式）', en: 'Workers on site, by form of employment' },
  unionMembersOnSite: { zh: '在场工会会员数（分用工形式）', en: 'Union members on site, by form of employment' },
  workersInNewForms: { zh: '在场新就业形态劳动者数', en: 'Workers on site in new forms of employment' },
  unionMembersInNewForms: { zh: '在场新就业形态工会会员数', en: 'Union members on site in new forms of employment' },
  congressDelegates: { zh: '在任代表（委员）数', en: 'Delegates whose term runs' },
  frontLineDelegates: { zh: '在任一线职工代表（委员）数', en: 'Delegates from the front line whose term runs' },
  industrialWorkerDelegates: {
    zh: '在任产业工人代表（委员）数',
    en: 'Delegates who are industrial workers and whose term runs',
  },
  jointConferences: { zh: '已建立的联席会议制度数', en: 'Joint conferences of government and trade union' },
  jointConferencesHeld: { zh: '联席会议累计召开次数', en: 'Meetings of joint conferences held' },
  jointConferencesMetInYear: { zh: '本年度已召开的联席会议数', en: 'Joint conferences that have met in the year' },
  vitalMattersInForce: { zh: '生效中的切身利益重大事项数', en: 'Matters of vital interest in force' },
  vitalMattersPassed: {
    zh: '经职代会审议通过的切身利益重大事项数',
    en: 'Matters of vital interest in force that a congress passed',
  },
  delegateRecommendations: {
    zh: '推荐的高技能领军人才人次',
    en: 'Highly skilled workers recommended as delegates',
  },
  recommendedDelegatesElected: {
    zh: '推荐后当选的高技能领军人才人次',
    en: 'Highly skilled workers elected after a recommendation',
  },
  honouredPersons: { zh: '受表彰人数', en: 'Persons who hold an honour' },
  honouredIndustrialWorkers: { zh: '受表彰产业工人数', en: 'Industrial workers who hold an honour' },
  honourRewardsPaidFen: { zh: '已发放奖励金额（分）', en: 'Rewards paid, in fen' },
  guidedCrews: { zh: '有党员进驻的班组数', en: 'Crews with a stationed Party member' },
} as const satisfies Record<string, Bilingual>;
export type StandingIndicator = keyof typeof standingIndicators;
export const standingIndicatorNames = Object.keys(standingIndicators) as StandingIndicator[];

/** Every account of the indicator ledger, with the words for it. */
export const ledgerIndicators: Readonly<Record<LedgerIndicator, Bilingual>> = {
  ...programmeIndicators,
  ...standingIndicators,
};
export type LedgerIndicator = ProgrammeIndicator | StandingIndicator;
