import type { CongressKind } from '@gongyou/contracts';
import type { BilingualText } from '@gongyou/domain';
import type { StandingIndicator } from '../indicator-ledger/indicators';
import { inArea, type ListedLine, type StandingCount, type StandingLine } from './standing-line';

const of = (indicator: StandingIndicator, dimension?: string): StandingCount =>
  dimension === undefined ? { indicator } : { indicator, dimension };

/** How far private enterprises have a trade union, state-owned ones each kind of mass organization, and all of them any (HM-03b, HM-03e, HM-03f). */
const coverageLines: readonly ListedLine[] = [
  {
    indicator: 'privateEnterpriseUnionCoverageRate',
    title: { zh: '非公有制企业工会覆盖率', en: 'Private enterprises with an active trade union' },
    numerator: of('enterprisesWithTradeUnion', 'private'),
    denominator: of('enterprises', 'private'),
    target: { provisionId: 'HM-03f', leastBasisPoints: 8_500 },
  },
  ...(
    [
      ['TradeUnion', { zh: '工会', en: 'trade union' }],
      ['YouthLeague', { zh: '共青团组织', en: 'Youth League' }],
      ['WomensFederation', { zh: '妇联组织', en: 'women’s federation' }],
    ] as const
  ).flatMap(([kind, { zh, en }]): ListedLine[] => [
    {
      indicator: `stateOwnedEnterpriseCoverageRate${kind}`,
      title: { zh: `国有企业${zh}覆盖率`, en: `State-owned enterprises with an active ${en}` },
      numerator: of(`enterprisesWith${kind}`, 'stateOwned'),
      denominator: of('enterprises', 'stateOwned'),
      target: { provisionId: 'HM-03b', leastBasisPoints: 10_000 },
    },
    {
      indicator: `enterpriseCoverageRate${kind}`,
      title: { zh: `企业${zh}覆盖率`, en: `Enterprises with an active ${en}` },
      numerator: of(`enterprisesWith${kind}`),
      denominator: of('enterprises'),
    },
  ]),
];

/** Union members among the workers on site, in all and by their form of employment (HM-03g, CC-12b). */
const membershipLines: readonly ListedLine[] = [
  { indicator: 'unionMembers', title: { zh: '工会会员数', en: 'Union members' }, numerator: of('unionMembers') },
  {
    indicator: 'unionMembershipRate',
    title: { zh: '在场工人入会率', en: 'Union members among the workers on site' },
    numerator: of('unionMembersOnSite'),
    denominator: of('workersByEmploymentForm'),
  },
  ...(
    [
      ['direct', { zh: '直接用工', en: 'employed directly' }],
      ['dispatched', { zh: '劳务派遣', en: 'dispatched' }],
      ['subcontracted', { zh: '劳务分包', en: 'subcontracted' }],
      ['flexible', { zh: '灵活就业', en: 'in flexible employment' }],
      ['platform', { zh: '平台用工', en: 'working by a platform' }],
      ['notTold', { zh: '用工形式未填报者', en: 'whose form of employment was not told' }],
    ] as const
  ).map(([form, { zh, en }]): ListedLine => ({
    indicator: `unionMembershipRate${form[0]!.toUpperCase()}${form.slice(1)}`,
    title: { zh: `${zh}工人入会率`, en: `Union members among the workers on site ${en}` },
    numerator: of('unionMembersOnSite', form),
    denominator: of('workersByEmploymentForm', form),
  })),
  {
    indicator: 'unionMembershipRateNewEmploymentForms',
    title: { zh: '新就业形态劳动者入会率', en: 'Union members among the workers in new forms of employment' },
    numerator: of('unionMembersInNewForms'),
    denominator: of('workersInNewForms'),
  },
];

/** Front-line and industrial workers among the delegates of each kind of congress whose term runs (HM-04a, CC-03a). */
const delegateLines: readonly ListedLine[] = (
  [
    ['workersCongress', { zh: '职代会', en: 'workers’ congresses' }],
    ['massOrganizationCongress', { zh: '群团组织代表大会', en: 'congresses of mass organizations' }],
    ['massOrganizationCommittee', { zh: '群团组织委员会', en: 'committees of mass organizations' }],
    ['partyCongress', { zh: '党代会', en: 'Party congresses' }],
    ['peoplesCongress', { zh: '人代会', en: 'people’s congresses' }],
    ['politicalConsultativeConference', { zh: '政协', en: 'political consultative conferences' }],
  ] as const satisfies readonly (readonly [CongressKind, BilingualText])[]
).flatMap(([kind, { zh, en }]): ListedLine[] => [
  {
    indicator: `industrialWorkerDelegateShare${kind[0]!.toUpperCase()}${kind.slice(1)}`,
    title: { zh: `${zh}中产业工人比例`, en: `Industrial workers among the delegates of ${en}` },
    numerator: of('industrialWorkerDelegates', kind),
    denominator: of('congressDelegates', kind),
  },
  {
    indicator: `frontLineDelegateShare${kind[0]!.toUpperCase()}${kind.slice(1)}`,
    title: { zh: `${zh}中一线职工比例`, en: `Front-line workers among the delegates of ${en}` },
    numerator: of('frontLineDelegates', kind),
    denominator: of('congressDelegates', kind),
  },
]);

/** Democratic management, by what has taken place in the calendar year of the day (HM-04d, HM-04f). */
const meetingLines: readonly ListedLine[] = [
  {
    indicator: 'jointConferencesHeld',
    title: { zh: '联席会议累计召开次数', en: 'Meetings of joint conferences held' },
    numerator: of('jointConferencesHeld'),
  },
  {
    indicator: 'jointConferencesMetInYearRate',
    title: { zh: '本年度已召开的联席会议比例', en: 'Joint conferences that have met in the year' },
    numerator: of('jointConferencesMetInYear'),
    denominator: of('jointConferences'),
    target: { provisionId: 'HM-04d', leastBasisPoints: 10_000 },
  },
  {
    indicator: 'enterprisesWithCongressSessionRate',
    title: { zh: '本年度已召开职代会的企业比例', en: 'Enterprises whose workers’ congress has met in the year' },
    numerator: of('enterprisesWithCongressSession'),
    denominator: of('enterprises'),
  },
  {
    indicator: 'vitalMattersPassedByWorkersCongressRate',
    title: { zh: '切身利益重大事项职代会通过率', en: 'Matters of vital interest that a workers’ congress passed' },
    numerator: of('vitalMattersPassed'),
    denominator: of('vitalMattersInForce'),
    target: { provisionId: 'HM-04i', leastBasisPoints: 10_000 },
  },
  {
    indicator: 'recommendedDelegatesElectedShare',
    title: { zh: '推荐的高技能领军人才当选比例', en: 'Recommended highly skilled workers who were elected' },
    numerator: of('recommendedDelegatesElected'),
    denominator: of('delegateRecommendations'),
  },
];

/** Industrial workers among those who hold an honour, and what the mobile red flag's rewards came to (CC-04b, JX-51c). */
const honourLines: readonly ListedLine[] = [
  {
    indicator: 'industrialWorkerHonoursShare',
    title: { zh: '受表彰人员中产业工人比例', en: 'Industrial workers among the persons honoured' },
    numerator: of('honouredIndustrialWorkers'),
    denominator: of('honouredPersons'),
  },
  {
    indicator: 'mobileRedFlagRewards',
    title: { zh: '流动红旗奖励金额', en: 'Rewards of the mobile red flag paid' },
    numerator: of('honourRewardsPaidFen', 'monthlyAdvanced'),
  },
];

/** What is shown of unions, congresses and honours, in this order. */
export const unionLines: readonly StandingLine[] = [
  ...inArea('unions', [...coverageLines, ...membershipLines]),
  ...inArea('congresses', [...delegateLines, ...meetingLines]),
  ...inArea('honours', honourLines),
];
