import { type Bilingual, type RefuseOf, refuseWith } from '@gongyou/domain';

export const workerRefusals = {
  'organization.worker.unknown': { zh: '没有这个登记', en: 'No worker is registered under this id.' },
  'organization.worker.alreadyRegistered': {
    zh: '该编号已经登记，内容不同；如须更改请用更正',
    en: 'A worker is registered under this id with other content; correct the registration instead.',
  },
  'organization.worker.identityTaken': {
    zh: '该身份已登记为 {workerId}，请使用该编号',
    en: 'This identity is registered as {workerId}: use that registration.',
  },
  'organization.worker.merged': {
    zh: '该登记已并入 {intoWorkerId}',
    en: 'This registration was merged into {intoWorkerId}.',
  },
  'organization.worker.erased': { zh: '该登记的个人信息已删除', en: 'The data of this registration was erased.' },
  'organization.worker.changedMeanwhile': {
    zh: '该登记刚有变动，请重新提交',
    en: 'The registration has changed in this moment: send the command again.',
  },
  'organization.worker.unitUnknown': { zh: '没有组织单元 {unitId}', en: 'There is no unit {unitId}.' },
  'organization.worker.unitClosed': { zh: '组织单元 {unitId} 已撤销', en: 'Unit {unitId} is closed.' },
  'organization.worker.unitOfOtherKind': {
    zh: '组织单元 {unitId} 不是“{kind}”类单元',
    en: 'Unit {unitId} is not of the kind {kind}.',
  },
  'organization.worker.crewOfOtherSite': {
    zh: '班组 {crewId} 不在项目 {projectId} 之下',
    en: 'Crew {crewId} does not stand below project {projectId}.',
  },
  'organization.worker.crewDidNotStand': {
    zh: '{on} 班组 {crewId} 尚未组建或已解散',
    en: 'On {on} crew {crewId} was not formed yet, or was dissolved.',
  },
  'organization.worker.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.worker.birthDayAndSexNeeded': {
    zh: '居民身份证以外的证件须给出出生日期和性别',
    en: 'With a document other than a resident identity card, birth day and sex are needed.',
  },
  'organization.worker.documentSaysOtherwise': {
    zh: '出生日期或性别与身份证号码不符',
    en: 'Birth day or sex differ from what the identity number says.',
  },
  'organization.worker.bornInFuture': { zh: '出生日期尚未到来', en: 'The birth day has not come yet.' },
  'organization.worker.documentTypeAndNumberTogether': {
    zh: '更正证件时须同时给出类型和号码',
    en: 'The type and the number of a document are corrected together.',
  },
  'organization.worker.contractDiffers': {
    zh: '该编号的合同已经登记，内容不同',
    en: 'A contract with this id was recorded already, with other content.',
  },
  'organization.worker.contractEndsBeforeItStarts': {
    zh: '合同终止日早于起始日 {startsOn}',
    en: 'The contract cannot end before it starts on {startsOn}.',
  },
  'organization.worker.dispatchTermTooShort': {
    zh: '劳务派遣单位与被派遣劳动者的劳动合同期限不得少于 {months} 个月',
    en: 'The contract of a dispatched worker runs for {months} months at least.',
  },
  'organization.worker.contractUnknown': { zh: '没有登记过这份合同', en: 'No such contract is recorded.' },
  'organization.worker.contractEndedBefore': {
    zh: '合同已于 {endsOn} 到期或终止',
    en: 'The contract ended on {endsOn} already.',
  },
  'organization.worker.trainingDiffers': {
    zh: '该编号的培训已经登记，内容不同',
    en: 'A training with this id was recorded already, with other content.',
  },
  'organization.worker.enteredBeforeRegistration': {
    zh: '进场日早于实名登记日 {registeredOn}',
    en: 'Nobody enters a site before he is registered; he was on {registeredOn}.',
  },
  'organization.worker.contractMissing': {
    zh: '{on} 没有有效的劳动合同或用工书面协议',
    en: 'No labour contract or employment agreement is in force on {on}.',
  },
  'organization.worker.trainingMissing': {
    zh: '{on} 前没有完成基本安全培训',
    en: 'He has had no basic safety training by {on}.',
  },
  'organization.worker.managersWorkType': {
    zh: '管理人员的工种须为 900，且只有管理人员可用 900',
    en: 'Managers have work type 900, and nobody else has.',
  },
  'organization.worker.underMinimumAge': {
    zh: '进场日未满 16 周岁，禁止用工',
    en: 'He is under 16 on that day: nobody may employ him.',
  },
  'organization.worker.juvenileHealthCheckMissing': {
    zh: '未成年工须先做健康检查',
    en: 'A worker under 18 needs a health check before the work.',
  },
  'organization.worker.overAgeNeedsAgreement': {
    zh: '超龄劳动者须订立书面用工协议',
    en: 'A worker over the retirement age needs a written employment agreement.',
  },
  'organization.worker.workRestricted': {
    zh: '按限制 {restrictionId}（{basis}）不得从事该工种',
    en: 'Restriction {restrictionId} ({basis}) closes this work to him.',
  },
  'organization.worker.alreadyOnSite': {
    zh: '已在该项目班组 {crewId}，换班组请用调动',
    en: 'He is on the site already, in crew {crewId}; transfer him instead.',
  },
  'organization.worker.notOnSite': { zh: '不在该项目', en: 'He is not on the site.' },
  'organization.worker.enteredBeforeLeft': {
    zh: '上次退场日为 {leftOn}，须晚于该日再进场',
    en: 'He was on the roster of the site until {leftOn}; he can enter again only after that day.',
  },
  'organization.worker.beforeLastChange': {
    zh: '日期早于现班组起始日 {since}',
    en: 'The day is before {since}, when he joined the crew that he is in.',
  },
  'organization.worker.stillOnSite': {
    zh: '仍在项目 {projectIds}，须先退场',
    en: 'He is still on the sites {projectIds}; let him leave first.',
  },
  'organization.worker.mergedIntoItself': {
    zh: '不能并入自身',
    en: 'A registration cannot be merged into itself.',
  },
  'organization.worker.mergedIntoNone': {
    zh: '登记 {intoWorkerId} 不存在、已并入他处或已删除',
    en: 'Registration {intoWorkerId} does not exist, was merged itself, or was erased.',
  },
  'organization.worker.nothingKept': { zh: '没有依法留存的记录', en: 'Nothing is kept of this registration.' },
  'organization.worker.keptByLaw': {
    zh: '依法须留存至 {until}（含当日）',
    en: 'Law demands that this is kept until the end of {until}.',
  },
} as const satisfies Record<`organization.worker.${string}`, Bilingual>;

export const refuse: RefuseOf<typeof workerRefusals> = refuseWith(workerRefusals);
