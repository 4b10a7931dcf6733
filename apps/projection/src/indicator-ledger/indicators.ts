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
  raisedMatters: { zh: '提出的事项数', en: 'Matters raised' },
  openMatters: { zh: '未办结事项数', en: 'Open matters' },
  ownedMatters: { zh: '有责任人的未办结事项数', en: 'Open matters with an owner' },
  answeredMatters: { zh: '已答复事项数', en: 'Answered matters' },
  mattersAnsweredInTime: { zh: '按时答复事项数', en: 'Matters answered in time' },
  matterDays: { zh: '事项停留天数', en: 'Days that matters lay at a level' },
} as const satisfies Record<string, Bilingual>;
export type StandingIndicator = keyof typeof standingIndicators;
export const standingIndicatorNames = Object.keys(standingIndicators) as StandingIndicator[];

/** Every account of the indicator ledger, with the words for it. */
export const ledgerIndicators: Readonly<Record<LedgerIndicator, Bilingual>> = {
  ...programmeIndicators,
  ...standingIndicators,
};
export type LedgerIndicator = ProgrammeIndicator | StandingIndicator;
