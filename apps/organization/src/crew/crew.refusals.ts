import { type Bilingual, type RefuseOf, refuseWith } from '@gongyou/domain';

export const crewRefusals = {
  'organization.crew.notFormed': { zh: '该单元尚未组建班组', en: 'No crew was formed under this unit.' },
  'organization.crew.dissolved': { zh: '班组已于 {dissolvedOn} 解散', en: 'The crew was dissolved on {dissolvedOn}.' },
  'organization.crew.alreadyFormed': {
    zh: '该单元已组建班组，内容不同',
    en: 'A crew was formed under this unit already, with other content.',
  },
  'organization.crew.unitUnknown': { zh: '没有组织单元 {unitId}', en: 'There is no unit {unitId}.' },
  'organization.crew.unitClosed': { zh: '组织单元 {unitId} 已撤销', en: 'Unit {unitId} is closed.' },
  'organization.crew.unitIsNoCrew': {
    zh: '“{kind}”类单元不能组建班组，须为班组类单元',
    en: 'A crew is formed under a unit of the kind crew; this one is of the kind {kind}.',
  },
  'organization.crew.notALabourSubcontractor': {
    zh: '{unitId} 不是劳务分包单位',
    en: 'Unit {unitId} is no labour subcontractor.',
  },
  'organization.crew.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.crew.beforeFormation': {
    zh: '日期早于班组组建日 {formedOn}',
    en: 'The day is before the crew was formed on {formedOn}.',
  },
  'organization.crew.beforeLastTold': {
    zh: '解散日早于班组最后一次记录的日期 {lastOn}',
    en: 'The crew cannot end before {lastOn}, the last day that something was told of it.',
  },
  'organization.crew.endsBeforeItBegins': {
    zh: '截止日早于开始日 {fromDay}',
    en: 'It cannot end before it begins on {fromDay}.',
  },
  'organization.crew.idTaken': {
    zh: '编号 {id} 已用于内容不同的记录',
    en: 'The id {id} stands for another record of this crew already.',
  },
  'organization.crew.recordUnknown': {
    zh: '班组没有编号为 {id} 的记录',
    en: 'The crew has no record with the id {id}.',
  },
  'organization.crew.beforeLeader': {
    zh: '日期早于现任班组长任命日 {since}',
    en: 'The day is before the present leader was appointed on {since}.',
  },
  'organization.crew.noLeader': { zh: '班组没有班组长', en: 'The crew has no leader.' },
  'organization.crew.supportStands': {
    zh: '该日起班组已有包保人员（{assignmentId}），须先结束',
    en: 'Another manager answers for the crew on that day ({assignmentId}); end that first.',
  },
  'organization.crew.assessedBeforeService': {
    zh: '考核日早于包保开始日 {fromDay}',
    en: 'It cannot be assessed before he began to answer for the crew on {fromDay}.',
  },
  'organization.crew.alreadyStationed': {
    zh: '该党员在此期间已进驻本班组（{stationingId}）',
    en: 'The Party member is stationed with the crew on that day already ({stationingId}).',
  },
  'organization.crew.powerNotInCatalogue': {
    zh: '权限目录第 {catalogueVersion} 版没有权限 {power}',
    en: 'Version {catalogueVersion} of the catalogue of powers lists no power {power}.',
  },
  'organization.crew.powerGivenToItself': {
    zh: '不能给自己授权',
    en: 'Nobody can delegate a power to himself.',
  },
  'organization.crew.powerLapsed': {
    zh: '权限已于 {untilDay} 到期，无需收回',
    en: 'The power ended by itself on {untilDay}.',
  },
  'organization.crew.powerNotInForce': {
    zh: '{usedOn} 该权限不在有效期内（{fromDay} 至 {untilDay}，或已收回）',
    en: 'The power did not hold on {usedOn}: it was given from {fromDay} to {untilDay}, or was revoked before.',
  },
  'organization.crew.morePresentThanMembers': {
    zh: '到会 {presentCount} 人，多于班组 {memberCount} 人',
    en: '{presentCount} present are more than the {memberCount} members.',
  },
  'organization.crew.moreVotesThanPresent': {
    zh: '第 {matter} 项共 {votes} 票，多于到会 {presentCount} 人',
    en: 'The {votes} votes on matter {matter} are more than the {presentCount} present.',
  },
  'organization.crew.decidedAgainstTheVote': {
    zh: '第 {matter} 项赞成票未多于反对票，不能记为通过',
    en: 'Matter {matter} had no more votes for than against and cannot be decided.',
  },
  'organization.crew.acknowledgedBeforeIssue': {
    zh: '签收日早于下发日 {issuedOn}',
    en: 'It cannot be acknowledged before it was issued on {issuedOn}.',
  },
  'organization.crew.reviewReplacedAlready': {
    zh: '评价 {reviewId} 已被更正',
    en: 'The review {reviewId} was replaced already.',
  },
} as const satisfies Record<`organization.crew.${string}`, Bilingual>;

export const refuse: RefuseOf<typeof crewRefusals> = refuseWith(crewRefusals);
