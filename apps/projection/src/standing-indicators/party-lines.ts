import { inArea, type StandingCount, type StandingLine } from './standing-line';

const admissions: StandingCount = { indicator: 'partyAdmissions' };
const workerAdmissions: StandingCount = { indicator: 'partyAdmissionsByGroup', dimension: 'industrialWorker' };
/** All of them, in hundredths of a percent. */
const whole = 10_000;

/** What is shown of the Party in an organization, in this order; only to those who read its figures. */
export const partyLines: readonly StandingLine[] = inArea('party', [
  {
    indicator: 'partyOrganizationCoverageRate',
    title: {
      zh: '应建尽建：应建单位的党组织覆盖率',
      en: 'Units with the duty to found that a Party organization covers',
    },
    numerator: { indicator: 'foundingDutiesMet' },
    denominator: { indicator: 'foundingDuties' },
    target: { provisionId: 'WZ-04a', leastBasisPoints: whole },
  },
  {
    indicator: 'partyOrganizationCoverageOfWorkers',
    title: {
      zh: '党的组织和党的工作覆盖的项目、班组和协作队伍比例',
      en: 'Projects, crews and partner teams that Party work reaches',
    },
    numerator: { indicator: 'workplacesReached' },
    denominator: { indicator: 'workplaces' },
  },
  {
    indicator: 'workerShareOfPartyMembers',
    title: { zh: '工人党员占党员比例', en: 'Industrial workers among Party members' },
    numerator: { indicator: 'partyMembers', dimension: 'worker' },
    denominator: { indicator: 'partyMembers' },
  },
  {
    indicator: 'industrialWorkerShareOfPartyAdmissions',
    title: { zh: '本年发展党员中产业工人占比', en: 'Industrial workers among the Party admissions of the year' },
    numerator: workerAdmissions,
    denominator: admissions,
    within: 'year',
    // 千分之五, as a rule: a shortfall warns and forbids nothing.
    target: { provisionId: 'CC-02b', leastBasisPoints: 50, asARule: true },
  },
  {
    indicator: 'partyAdmissions',
    title: { zh: '本年发展党员数', en: 'Party admissions of the year' },
    numerator: admissions,
    within: 'year',
  },
  {
    indicator: 'youthPartyAdmissions',
    title: { zh: '本年发展青年党员数', en: 'Young people among them' },
    numerator: { indicator: 'partyAdmissionsByGroup', dimension: 'youth' },
    within: 'year',
  },
  {
    indicator: 'frontLinePartyAdmissions',
    title: { zh: '本年在一线发展党员数', en: 'People at the front line of work among them' },
    numerator: { indicator: 'partyAdmissionsByGroup', dimension: 'frontLine' },
    within: 'year',
  },
  {
    indicator: 'themeDaysKeptRate',
    title: { zh: '上月主题党日开展率（设支部的单位）', en: 'Units with a branch that held a theme day last month' },
    numerator: { indicator: 'themeDaysKept' },
    denominator: { indicator: 'branchUnitsLastMonth' },
  },
  {
    indicator: 'membersMeetingsKeptRate',
    title: {
      zh: '上季党员大会召开率（设支部的单位）',
      en: 'Units with a branch that held a members’ meeting last quarter',
    },
    numerator: { indicator: 'membersMeetingsKept' },
    denominator: { indicator: 'branchUnitsLastQuarter' },
  },
  {
    indicator: 'partyLecturesKeptRate',
    title: {
      zh: '上季党课开展率（按季为平台默认周期，未经核实）',
      en: 'Units with a branch that held a Party lecture last quarter (the quarter is a working value, not verified)',
    },
    numerator: { indicator: 'partyLecturesKept' },
    denominator: { indicator: 'branchUnitsLastQuarter' },
  },
  {
    indicator: 'branchLifeHeld',
    title: { zh: '本季组织生活次数', en: 'Branch life held in the quarter' },
    numerator: { indicator: 'branchLifeHeld' },
    within: 'quarter',
  },
  {
    indicator: 'activitiesJoinedByCrews',
    title: { zh: '本季班组参加的党建活动次数', en: 'Party activities that crews joined in the quarter' },
    numerator: { indicator: 'activitiesJoinedByCrews' },
    within: 'quarter',
  },
  {
    indicator: 'crewsJoiningActivities',
    title: { zh: '本季班组参加党建活动的班次', en: 'Crews that joined them, each time' },
    numerator: { indicator: 'crewsJoiningActivities' },
    within: 'quarter',
  },
  {
    indicator: 'projectsWithVanguards',
    title: { zh: '有工人党员先锋队伍的项目', en: 'Projects with vanguards of worker members' },
    numerator: { indicator: 'projectsWithWorkerVanguards' },
    denominator: { indicator: 'openUnits', dimension: 'project' },
  },
  {
    indicator: 'vanguardAccidents',
    title: { zh: '本年党员先锋队伍责任范围内事故数', en: 'Accidents in the areas of vanguards in the year' },
    numerator: { indicator: 'vanguardAccidents' },
    within: 'year',
  },
  {
    indicator: 'workerMembersInPosts',
    title: {
      zh: '担任支部负责人或管理职务的工人党员数',
      en: 'Worker members who head branches or hold management posts',
    },
    numerator: { indicator: 'workerMembersInPosts' },
  },
  {
    indicator: 'inclusionsSettledRate',
    title: { zh: '工人党员“六纳入”完成率', en: 'Items of the six inclusions that are settled' },
    numerator: { indicator: 'inclusionsSettled' },
    denominator: { indicator: 'inclusionsDue' },
  },
  {
    indicator: 'membershipsTransferredIn',
    title: { zh: '本年转入党员组织关系数', en: 'Party memberships transferred in within the year' },
    numerator: { indicator: 'membershipTransfers', dimension: 'in' },
    within: 'year',
  },
  {
    indicator: 'membershipsTransferredOut',
    title: { zh: '本年转出党员组织关系数', en: 'Party memberships transferred out within the year' },
    numerator: { indicator: 'membershipTransfers', dimension: 'out' },
    within: 'year',
  },
  {
    indicator: 'torchStudios',
    title: { zh: '“火炬”行动工作室数', en: 'Studios of the Torch action' },
    numerator: { indicator: 'torchStudios' },
  },
  {
    indicator: 'torchResults',
    title: { zh: '本年“火炬”行动成果数', en: 'Results of the Torch action in the year' },
    numerator: { indicator: 'torchResults' },
    within: 'year',
  },
  {
    indicator: 'torchApprentices',
    title: { zh: '本年“火炬”行动帮带徒弟人次', en: 'Apprentices helped in the Torch action in the year' },
    numerator: { indicator: 'torchApprentices' },
    within: 'year',
  },
]);
