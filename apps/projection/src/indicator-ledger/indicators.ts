import type { FigureUnit } from '@gongyou/contracts';
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

/** What is counted of the Party, in numbers that name nobody. Stored names: never rename one. */
export const partyIndicators = {
  partyOrganizations: { zh: '党组织数', en: 'Party organizations' },
  partyCoverings: { zh: '党组织覆盖单位次数', en: 'Units covered, once for each Party organization that covers them' },
  partyInstructions: { zh: '有党建工作指导员的单位数', en: 'Units with a Party-work instructor' },
  partyMembers: { zh: '党员人数（党组织报告）', en: 'Party members, as organizations reported them' },
  partyAdmissions: { zh: '发展党员数', en: 'Party admissions' },
  partyAdmissionsByGroup: { zh: '发展党员数（按群体）', en: 'Party admissions, once for each group' },
  branchLifeHeld: { zh: '组织生活次数', en: 'Branch life held' },
  branchLifeAttendance: { zh: '组织生活参加人次', en: 'Attendance at branch life' },
  activitiesJoinedByCrews: { zh: '班组参加的党建活动次数', en: 'Party activities that crews joined' },
  crewsJoiningActivities: { zh: '参加党建活动的班组次数', en: 'Crews that joined Party activities' },
  vanguards: { zh: '示范岗、突击队和责任区数', en: 'Model posts, task forces and responsibility areas' },
  workerVanguards: { zh: '有工人党员的示范岗、突击队和责任区数', en: 'Those of them with worker members' },
  vanguardAccidents: { zh: '示范岗、突击队和责任区内事故数', en: 'Accidents in them' },
  workerMembersInPosts: { zh: '担任职务的工人党员数', en: 'Worker members in posts' },
  inclusionsDue: { zh: '“六纳入”应完成事项数', en: 'Items of the six inclusions that are due' },
  inclusionsSettled: { zh: '“六纳入”已完成事项数', en: 'Items of the six inclusions that are settled' },
  membershipTransfers: { zh: '党员组织关系转接数', en: 'Transfers of Party memberships' },
  torchStudios: { zh: '“火炬”行动工作室数', en: 'Studios of the Torch action' },
  torchResults: { zh: '“火炬”行动成果数', en: 'Results of the Torch action' },
  torchApprentices: { zh: '“火炬”行动帮带徒弟人次', en: 'Apprentices helped in the Torch action' },
} as const satisfies Record<string, Bilingual>;

/** What is not posted but found in what was posted and registered, unit by unit. Names that stand in figures: never rename one. */
export const computedPartyIndicators = {
  foundingDuties: { zh: '应建党组织的单位数', en: 'Units with the duty to found a Party organization' },
  foundingDutiesMet: { zh: '应建已建的单位数', en: 'Units that meet the duty to found' },
  workplaces: { zh: '在册项目、班组和协作队伍数', en: 'Open projects, crews and partner teams' },
  workplacesReached: {
    zh: '党的组织或党的工作覆盖的项目、班组和协作队伍数',
    en: 'Projects, crews and partner teams that Party work reaches',
  },
  projectsWithWorkerVanguards: { zh: '有工人党员先锋队伍的项目数', en: 'Projects with vanguards of worker members' },
  branchUnitsLastMonth: { zh: '上月全月设有党支部的单位数', en: 'Units with a branch through the last month' },
  branchUnitsLastQuarter: { zh: '上季全季设有党支部的单位数', en: 'Units with a branch through the last quarter' },
  themeDaysKept: { zh: '上月开展主题党日的单位数', en: 'Of those, units with a theme day in the month' },
  membersMeetingsKept: { zh: '上季召开党员大会的单位数', en: 'Of those, units with a members’ meeting in the quarter' },
  partyLecturesKept: { zh: '上季讲党课的单位数', en: 'Of those, units with a Party lecture in the quarter' },
} as const satisfies Record<string, Bilingual>;
export type ComputedIndicator = keyof typeof computedPartyIndicators;

export const isComputed = (indicator: LedgerIndicator): indicator is ComputedIndicator =>
  indicator in computedPartyIndicators;

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
  honourRewardsPaidFen: { zh: '已发放奖励金额', en: 'Rewards paid', unit: 'fen' },
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
  workersOnSiteByForm: {
    zh: '在场工人数（按合同用工形式）',
    en: 'Workers on site, by the form that their contract states',
  },
  workersOnSiteByContractor: { zh: '在场工人数（按用人单位）', en: 'Workers on site, by the unit that employs them' },
  workerEntries: { zh: '进场人次', en: 'Entries of workers' },
  workerExits: { zh: '退场人次', en: 'Exits of workers' },
  workersLostByForm: { zh: '流失人次（按用工形式）', en: 'Workers lost, by form of employment' },
  workersLostByContractor: { zh: '流失人次（按用人单位）', en: 'Workers lost, by the unit that employed them' },
  enterprisesWithPartyBuildingInArticles: {
    zh: '党建入章程企业数',
    en: 'Enterprises with Party building in their articles',
  },
  enterprisesWithCrossHeldPosts: { zh: '有交叉任职的企业数', en: 'Enterprises with a cross-held post' },
  enterprisesWithEmployeeSeats: {
    zh: '有职工董事或职工监事的企业数',
    en: 'Enterprises with an employee among their directors or supervisors',
  },
  ...partyIndicators,
  ...computedPartyIndicators,
  raisedMatters: { zh: '提出的事项数', en: 'Matters raised' },
  openMatters: { zh: '未办结事项数', en: 'Open matters' },
  ownedMatters: { zh: '有责任人的未办结事项数', en: 'Open matters with an owner' },
  answeredMatters: { zh: '已答复事项数', en: 'Answered matters' },
  mattersAnsweredInTime: { zh: '按时答复事项数', en: 'Matters answered in time' },
  matterDays: { zh: '事项停留天数', en: 'Days that matters lay at a level', unit: 'days' },
} as const satisfies Record<string, LedgerAccount>;
export type StandingIndicator = keyof typeof standingIndicators;
export const standingIndicatorNames = Object.keys(standingIndicators) as StandingIndicator[];

/** What an account is called, and its unit where it is no plain count. */
export type LedgerAccount = Bilingual & { unit?: FigureUnit };

/** Every account of the indicator ledger. */
export const ledgerIndicators: Readonly<Record<LedgerIndicator, LedgerAccount>> = {
  ...programmeIndicators,
  ...standingIndicators,
};
export type LedgerIndicator = ProgrammeIndicator | StandingIndicator;
