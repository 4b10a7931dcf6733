import { type Bilingual, type RefuseOf, refuseWith } from '@gongyou/domain';

/** What the rules of a liaison post say no with. */
export const liaisonOfficerRefusals = {
  'organization.liaisonOfficer.notNominated': {
    zh: '该人员未被推荐为协理员',
    en: 'The person was not nominated for a liaison post.',
  },
  'organization.liaisonOfficer.notAppointed': {
    zh: '该人员尚未委派，或已离任',
    en: 'The person holds no liaison post.',
  },
  'organization.liaisonOfficer.alreadyNominated': {
    zh: '该人员已被推荐或任职，须先离任',
    en: 'The person is nominated or holds a post already; that must end first.',
  },
  'organization.liaisonOfficer.alreadyAppointed': {
    zh: '该人员已委派，内容不同',
    en: 'The person was appointed already, with other content.',
  },
  'organization.liaisonOfficer.criterionRepeated': {
    zh: '评分标准“{criterion}”重复',
    en: 'The criterion {criterion} is scored twice.',
  },
  'organization.liaisonOfficer.criteriaDiffer': {
    zh: '须按岗位规定的选聘标准逐项评分：{criteria}',
    en: 'A nomination scores exactly the criteria of the role definition: {criteria}.',
  },
  'organization.liaisonOfficer.scoreTooLow': {
    zh: '“{criterion}”评分 {score}，低于规定的 {leastScore}',
    en: 'The score {score} for {criterion} lies below the {leastScore} that is asked for.',
  },
  'organization.liaisonOfficer.notApproved': {
    zh: '人选尚未获得党委批准',
    en: 'The Party committee has not approved the nomination yet.',
  },
  'organization.liaisonOfficer.approvalDiffers': {
    zh: '人选已获批准，内容不同',
    en: 'The nomination was approved already, with other content.',
  },
  'organization.liaisonOfficer.notPartyCommittee': {
    zh: '人选须由党委批准，{partyOrganizationId} 不是现有的党委',
    en: 'A Party committee approves nominations; {partyOrganizationId} is none that stands.',
  },
  'organization.liaisonOfficer.notDispatchedByDepartment': {
    zh: '片区协理员须由党委人事部门委派',
    en: 'A district officer is dispatched by a department: the personnel department of the Party committee.',
  },
  'organization.liaisonOfficer.notUnderDualManagement': {
    zh: '协理员实行双重管理，须写明两个不同的管理单位',
    en: 'A liaison post is under dual management: it has two different managing units.',
  },
  'organization.liaisonOfficer.postNotDefined': {
    zh: '没有在 {effectiveOn} 生效的岗位规定',
    en: 'No role definition for the post is in force on {effectiveOn}.',
  },
  'organization.liaisonOfficer.termEndsBeforeItBegins': {
    zh: '任期结束日早于任期开始日 {effectiveOn}',
    en: 'The term would end before it begins on {effectiveOn}.',
  },
  'organization.liaisonOfficer.trainingIncomplete': {
    zh: '岗前培训尚未完成，缺：{topics}',
    en: 'The training before duty is not complete; missing: {topics}.',
  },
  'organization.liaisonOfficer.afterTerm': {
    zh: '任期已于 {termEndsOn} 结束',
    en: 'The term ended on {termEndsOn}.',
  },
  'organization.liaisonOfficer.alreadyOnDuty': {
    zh: '协理员已于 {onDutyFrom} 到岗',
    en: 'The officer has been on duty since {onDutyFrom}.',
  },
  'organization.liaisonOfficer.courseDiffers': {
    zh: '该编号的培训已登记，内容不同',
    en: 'A course with this id was recorded already, with other content.',
  },
  'organization.liaisonOfficer.courseEndsBeforeItBegins': {
    zh: '培训结束日早于开始日',
    en: 'The course would end before it begins.',
  },
  'organization.liaisonOfficer.noTerm': {
    zh: '该岗位没有任期，无须续聘',
    en: 'The post has no term that could be renewed.',
  },
  'organization.liaisonOfficer.termNotLonger': {
    zh: '续聘后的任期须晚于 {termEndsOn} 结束',
    en: 'A renewed term ends later than {termEndsOn}.',
  },
  'organization.liaisonOfficer.notAssessed': {
    zh: '{year} 年度考核尚未完成，不能续聘',
    en: 'The assessment of {year} is not concluded; a renewal waits for it.',
  },
  'organization.liaisonOfficer.renewalBarred': {
    zh: '{year} 年度考核结果不允许续聘',
    en: 'The result of the assessment of {year} allows no renewal.',
  },
  'organization.liaisonOfficer.armbandStillOut': {
    zh: '袖章 {armbandNumber} 尚未交回',
    en: 'Armband {armbandNumber} was not returned yet.',
  },
  'organization.liaisonOfficer.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.liaisonOfficer.dayTooEarly': {
    zh: '日期不能早于 {earliest}',
    en: 'The day cannot be before {earliest}.',
  },
} as const satisfies Record<`organization.liaisonOfficer.${string}`, Bilingual>;

export const refuse: RefuseOf<typeof liaisonOfficerRefusals> = refuseWith(liaisonOfficerRefusals);
