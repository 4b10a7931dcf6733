import { type AdmissionNotice, type ListProspectiveMember, type NoticePlace, opinionGivers } from '@gongyou/contracts';
import {
  addCalendarMonths,
  addDays,
  type Bilingual,
  type Day,
  day,
  type RefuseOf,
  refuseWith,
  workingDays,
} from '@gongyou/domain';

/** What the text in force on a day asks for before somebody is listed. A case is judged by the text of its own day. */
interface ListingRules {
  inForceFrom: Day;
  /** The superior consents, and a notice is displayed; before 2026 a record with the superior was enough. */
  consentAndNotice: boolean;
}

/** 《中国共产党发展党员工作细则》 of 2014, and as revised on 2026-04-02 and issued on 2026-05-11. */
const listingRules: readonly ListingRules[] = [
  { inForceFrom: day('2014-05-28'), consentAndNotice: false },
  { inForceFrom: day('2026-05-11'), consentAndNotice: true },
];

/** An applicant is cultivated for at least a year before (Art. 13). */
const MONTHS_DESIGNATED = 12;
/** Working days that a notice is displayed at least, its first and its last day among them (Art. 13). */
const NOTICE_WORKING_DAYS = 5;

/**
 * Refuses the listing of a prospective member (发展对象) that does not keep PD-07 (Art. 13): a year since designation, all opinions
 * heard, then the branch committee, the consent of the superior, and the public notice, at both ends of the way for a floating person.
 */
export function requireListing(data: ListProspectiveMember, designatedOn: Day, floating: boolean): void {
  const { committeeDecidedOn, opinionsHeard } = data;
  const earliestOn = addCalendarMonths(designatedOn, MONTHS_DESIGNATED);
  if (committeeDecidedOn < earliestOn) refuse('organization.prospectiveMember.lessThanAYear', { earliestOn });
  const unheard = opinionGivers.filter((giver) => !opinionsHeard.includes(giver));
  if (unheard.length > 0) refuse('organization.prospectiveMember.opinionsMissing', { unheard });
  const rules = listingRules.findLast(({ inForceFrom }) => inForceFrom <= committeeDecidedOn) ?? listingRules[0]!;
  if (rules.consentAndNotice) requireConsentAndNotice(data, floating);
}

function requireConsentAndNotice(data: ListProspectiveMember, floating: boolean): void {
  const { committeeDecidedOn, superiorConsentedOn, notices, noticeResult, listedOn } = data;
  if (superiorConsentedOn === undefined) return refuse('organization.prospectiveMember.consentMissing');
  if (superiorConsentedOn < committeeDecidedOn) refuse('organization.prospectiveMember.consentBeforeDecision');
  const shown = displayed(notices, floating);
  if (shown.from < superiorConsentedOn) refuse('organization.prospectiveMember.noticeBeforeConsent');
  // The first day of display counts: the count of working days leaves out the day that it starts from.
  const { count } = workingDays.workingDaysBetween(addDays(shown.from, -1), shown.to);
  if (shown.to < shown.from || count < NOTICE_WORKING_DAYS) {
    refuse('organization.prospectiveMember.noticeTooShort', { shown: Math.max(count, 0), needed: NOTICE_WORKING_DAYS });
  }
  if (noticeResult === undefined || listedOn <= shown.to) refuse('organization.prospectiveMember.noticeNotOver');
  if (noticeResult === 'objectionUpheld') refuse('organization.prospectiveMember.objectionUpheld');
}

/** The days on which the notice was seen wherever it must be: for a floating person at both places at the same time. */
function displayed(notices: readonly AdmissionNotice[], floating: boolean): Pick<AdmissionNotice, 'from' | 'to'> {
  const at = (...places: NoticePlace[]) => notices.find(({ place }) => places.includes(place));
  if (!floating) return at('workOrStudy', 'residence') ?? refuse('organization.prospectiveMember.noticeMissing');
  const outflow = at('outflow');
  const inflow = at('inflow');
  if (!outflow || !inflow) return refuse('organization.prospectiveMember.noticeAtBothPlaces');
  return {
    from: outflow.from > inflow.from ? outflow.from : inflow.from,
    to: outflow.to < inflow.to ? outflow.to : inflow.to,
  };
}

export const prospectiveMemberRefusals = {
  'organization.prospectiveMember.lessThanAYear': {
    zh: '入党积极分子须经过一年以上培养教育，{earliestOn} 起方可列为发展对象',
    en: 'An applicant is cultivated for at least a year: not before {earliestOn}.',
  },
  'organization.prospectiveMember.opinionsMissing': {
    zh: '尚未听取意见：{unheard}',
    en: 'Opinions have not been heard of: {unheard}.',
  },
  'organization.prospectiveMember.consentMissing': {
    zh: '须经上级党委同意',
    en: 'The superior Party committee must consent.',
  },
  'organization.prospectiveMember.consentBeforeDecision': {
    zh: '上级党委同意不能早于支部委员会讨论',
    en: 'The superior cannot consent before the branch committee has decided.',
  },
  'organization.prospectiveMember.noticeMissing': {
    zh: '须在工作、学习单位或者居住地公示',
    en: 'A notice must be displayed at the place of work or study, or at the residence.',
  },
  'organization.prospectiveMember.noticeAtBothPlaces': {
    zh: '流动人员须在流出地和流入地同时公示',
    en: 'For a floating person the notice is displayed at both the outflow and the inflow place.',
  },
  'organization.prospectiveMember.noticeBeforeConsent': {
    zh: '公示须在上级党委同意之后',
    en: 'The notice follows the consent of the superior.',
  },
  'organization.prospectiveMember.noticeTooShort': {
    zh: '公示 {shown} 个工作日，不足 {needed} 个工作日',
    en: 'The notice was displayed for {shown} working days; it needs {needed}.',
  },
  'organization.prospectiveMember.noticeNotOver': {
    zh: '公示尚未结束或没有结果',
    en: 'The notice is not over, or has no result.',
  },
  'organization.prospectiveMember.objectionUpheld': {
    zh: '公示结果影响列为发展对象',
    en: 'The result of the notice stands against the listing.',
  },
} as const satisfies Record<`organization.prospectiveMember.${string}`, Bilingual>;

const refuse: RefuseOf<typeof prospectiveMemberRefusals> = refuseWith(prospectiveMemberRefusals);
