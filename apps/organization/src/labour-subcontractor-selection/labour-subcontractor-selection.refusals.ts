import { type Bilingual, type RefuseOf, refuseWith } from '@gongyou/domain';

export const labourSubcontractorSelectionRefusals = {
  'organization.labourSubcontractorSelection.unknown': { zh: '没有这次比选', en: 'There is no such selection.' },
  'organization.labourSubcontractorSelection.alreadyOpened': {
    zh: '该编号的比选已启动，内容不同',
    en: 'A selection with this id was opened already, with other content.',
  },
  'organization.labourSubcontractorSelection.decided': {
    zh: '比选已于 {decidedOn} 定标',
    en: 'The selection was decided on {decidedOn}.',
  },
  'organization.labourSubcontractorSelection.abandoned': {
    zh: '比选已于 {abandonedOn} 终止',
    en: 'The selection was abandoned on {abandonedOn}.',
  },
  'organization.labourSubcontractorSelection.unitMissing': {
    zh: '组织单元不存在或已撤销',
    en: 'The unit does not exist, or is closed.',
  },
  'organization.labourSubcontractorSelection.criterionRepeated': {
    zh: '评分标准 {criterionId} 重复',
    en: 'The criterion {criterionId} stands twice.',
  },
  'organization.labourSubcontractorSelection.criterionMissing': {
    zh: '评分标准缺少“{kind}”：以往班组等级、欠薪记录、培训率均须列入',
    en: 'The criterion {kind} is missing: past crew grades, arrears and training rate belong to every selection.',
  },
  'organization.labourSubcontractorSelection.notALabourSubcontractor': {
    zh: '{unitId} 不是在册的劳务分包单位',
    en: 'Unit {unitId} is no open labour subcontractor.',
  },
  'organization.labourSubcontractorSelection.notACandidate': {
    zh: '{labourSubcontractorId} 不是候选单位',
    en: '{labourSubcontractorId} is no candidate of this selection.',
  },
  'organization.labourSubcontractorSelection.criterionUnscored': {
    zh: '评分标准 {criterionId} 尚未评分',
    en: 'The criterion {criterionId} has no score.',
  },
  'organization.labourSubcontractorSelection.moreThanFullPoints': {
    zh: '评分标准 {criterionId} 得 {points} 分，超过满分 {fullPoints} 分',
    en: '{points} points are more than the {fullPoints} of criterion {criterionId}.',
  },
  'organization.labourSubcontractorSelection.scoresOutsideCriteria': {
    zh: '评分须与 {criteria} 项标准一一对应',
    en: 'The scores must be those of the {criteria} criteria, each once.',
  },
  'organization.labourSubcontractorSelection.candidatesUnscored': {
    zh: '还有 {outstanding} 个候选单位未评分',
    en: '{outstanding} candidates are not scored yet.',
  },
  'organization.labourSubcontractorSelection.nothingCompared': {
    zh: '比选至少须有 {least} 个候选单位',
    en: 'A comparison needs at least {least} candidates.',
  },
  'organization.labourSubcontractorSelection.chosenTwice': {
    zh: '{labourSubcontractorId} 重复入选',
    en: '{labourSubcontractorId} is chosen twice.',
  },
  'organization.labourSubcontractorSelection.betterOnePassedOver': {
    zh: '{labourSubcontractorId} 得 {points} 分，高于入选单位，须说明未选用的原因',
    en: '{labourSubcontractorId} has {points} points, more than one that is chosen; say why it is passed over.',
  },
  'organization.labourSubcontractorSelection.blacklistAnswerMissing': {
    zh: '缺少 {labourSubcontractorId} 的黑名单查询结果',
    en: 'It is not known whether {labourSubcontractorId} is on the blacklist; show the result of a look.',
  },
  'organization.labourSubcontractorSelection.blacklisted': {
    zh: '{labourSubcontractorId} 已列入黑名单，不得选用',
    en: '{labourSubcontractorId} is on the blacklist and cannot be selected.',
  },
  'organization.labourSubcontractorSelection.blacklistCheckOutsideSelection': {
    zh: '黑名单查询日须在 {from} 至 {until} 之间',
    en: 'The look at the blacklist must be of {from} to {until}.',
  },
  'organization.labourSubcontractorSelection.nobodySelected': {
    zh: '比选尚未定标，或已终止',
    en: 'Nobody is selected in this record.',
  },
  'organization.labourSubcontractorSelection.crewOfAnother': {
    zh: '{crewUnitId} 不是选定劳务分包单位的在建班组',
    en: '{crewUnitId} is no standing crew of a labour subcontractor that was selected here.',
  },
} as const satisfies Record<`organization.labourSubcontractorSelection.${string}`, Bilingual>;

export const refuse: RefuseOf<typeof labourSubcontractorSelectionRefusals> = refuseWith(
  labourSubcontractorSelectionRefusals,
);
