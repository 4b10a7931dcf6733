import { type Bilingual, type RefuseOf, refuseWith } from '@gongyou/domain';

export const collectiveContractRefusals = {
  'organization.collectiveContract.unknown': { zh: '没有这项集体协商', en: 'There are no such talks.' },
  'organization.collectiveContract.unitUnknown': { zh: '没有组织单元 {unitId}', en: 'There is no unit {unitId}.' },
  'organization.collectiveContract.demandedOtherwise': {
    zh: '该编号的协商要约已登记，内容不同',
    en: 'Talks with this id were demanded already, with other content.',
  },
  'organization.collectiveContract.scopeDoesNotFit': {
    zh: '该单位不能签订“{scope}”范围的集体合同（劳动合同法第五十三条）',
    en: 'The unit can have no contract of the scope {scope} (Labour Contract Law, Art. 53).',
  },
  'organization.collectiveContract.previousNotInForce': {
    zh: '没有生效的上一份集体合同',
    en: 'The contract before is not in force.',
  },
  'organization.collectiveContract.nextRoundTooEarly': {
    zh: '下一轮协商应在现行合同期满前六十日内提出，最早为 {from}',
    en: 'The next round is asked for within 60 days before the end of the contract, from {from} on.',
  },
  'organization.collectiveContract.notNow': {
    zh: '协商处于“{stage}”阶段，不能进行此步骤',
    en: 'The talks have reached the stage {stage}: this step is not due.',
  },
  'organization.collectiveContract.papersTooLate': {
    zh: '双方应在协商前五日交换资料，最早于 {earliest} 协商',
    en: 'Papers are exchanged five days before: the talks can be held from {earliest} on.',
  },
  'organization.collectiveContract.tooManyFromOutside': {
    zh: '一方代表 {delegates} 人，外部人员 {outside} 人超过三分之一',
    en: '{outside} of the {delegates} delegates of a side come from outside: more than a third.',
  },
  'organization.collectiveContract.endsBeforeItIsSigned': {
    zh: '合同期满日早于签订日',
    en: 'The contract ends before it is signed.',
  },
  'organization.collectiveContract.draftNotPassed': {
    zh: '草案须经本单位职代会审议通过（劳动合同法第五十一条）',
    en: 'The workers’ congress of the unit must have passed the draft (Labour Contract Law, Art. 51).',
  },
  'organization.collectiveContract.signedBeforePassed': {
    zh: '签订日期早于审议通过日期 {votedOn}',
    en: 'It cannot be signed before the draft was passed on {votedOn}.',
  },
  'organization.collectiveContract.objectionTooLate': {
    zh: '人社部门应于 {objectionDueOn} 前提出异议，逾期合同生效',
    en: 'An objection had to come by {objectionDueOn}; after that the contract is in force.',
  },
  'organization.collectiveContract.objectionStillPossible': {
    zh: '人社部门审查期至 {objectionDueOn}，期满无异议方可生效',
    en: 'The department can object until {objectionDueOn}; only after that does silence bring it into force.',
  },
  'organization.collectiveContract.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.collectiveContract.beforeLastEntry': {
    zh: '日期早于上一条记录的日期 {lastOn}',
    en: 'The day is before that of the last entry, {lastOn}.',
  },
} as const satisfies Record<`organization.collectiveContract.${string}`, Bilingual>;

export const refuse: RefuseOf<typeof collectiveContractRefusals> = refuseWith(collectiveContractRefusals);
