import { type Bilingual, type RefuseOf, refuseWith } from '@gongyou/domain';

export const matterRefusals = {
  'organization.matter.alreadyRaised': {
    zh: '该编号的事项已登记，内容不同',
    en: 'A matter with this id was raised already, with other content.',
  },
  'organization.matter.unknown': { zh: '没有这个事项', en: 'There is no such matter.' },
  'organization.matter.ended': { zh: '事项已办结或撤销', en: 'The matter is closed or withdrawn.' },
  'organization.matter.notRaisedByATeam': {
    zh: '单元 {unitId} 不是班组或劳务队伍',
    en: 'Unit {unitId} is neither a crew nor a labour team.',
  },
  'organization.matter.unitClosed': {
    zh: '单元 {unitId} 已撤销',
    en: 'Unit {unitId} is closed.',
  },
  'organization.matter.subjectOfOtherKind': {
    zh: '“{subject}”不属于“{kind}”类事项',
    en: 'The subject {subject} is none of the kind {kind}.',
  },
  'organization.matter.timeLimitsMissing': {
    zh: '{on} 尚未设定各级办理时限',
    en: 'No time limits of the levels are in force on {on}.',
  },
  'organization.matter.notAtLevel': {
    zh: '事项在“{level}”级，不在“{fromLevel}”级',
    en: 'The matter lies at the level {level}, not at {fromLevel}.',
  },
  'organization.matter.noLevelAbove': { zh: '没有更高一级', en: 'There is no level above.' },
  'organization.matter.alreadyAnswered': { zh: '事项已答复', en: 'The matter was answered already.' },
  'organization.matter.notAnswered': { zh: '事项尚未答复', en: 'The matter was not answered yet.' },
  'organization.matter.planWithoutDay': {
    zh: '计划办理的，须写明完成日期，且不早于答复日；其他答复不写',
    en: 'A planned measure, and no other, names the day by which it is done, not before the answer.',
  },
  'organization.matter.answerNotBackYet': {
    zh: '答复还在“{level}”级，须逐级反馈到班组',
    en: 'The answer is still at the level {level}; it goes down to the crew first.',
  },
  'organization.matter.answerIsBack': {
    zh: '答复已到班组一级，须告知班组',
    en: 'The answer has reached the level of the crew; the crew is to be told.',
  },
} as const satisfies Record<`organization.matter.${string}`, Bilingual>;

export const refuse: RefuseOf<typeof matterRefusals> = refuseWith(matterRefusals);
