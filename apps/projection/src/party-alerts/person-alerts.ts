import { papersMissing, type PartyAlertRow, type PartyParameters } from '@gongyou/contracts';
import { addCalendarMonths, addDays, addMonths, type Day, type Month, monthOf } from '@gongyou/domain';
import type { RegisteredFloatingMember } from '../floating-member-register/floating-member.entity';
import type { RegisteredPartyAdmission } from '../party-admission-register/party-admission.entity';
import type { RegisteredPartyMembership } from '../party-membership-register/party-membership.entity';
import type { RegisteredPartyDues } from '../party-dues-register/party-dues.entity';
import type { RegisteredPairing } from '../party-work-register/party-work.entity';

/** The time limits of an admission that have run out, or will within the days of warning; and papers that are missing (PD-23). */
export function admissionAlerts(
  { admissionId, unitId, stage, stageSince, limits, papers }: RegisteredPartyAdmission,
  { warnDays }: PartyParameters,
  asOfDay: Day,
): PartyAlertRow[] {
  const of = { subjectId: admissionId, unitId, period: null };
  const warnedUntil = addDays(asOfDay, warnDays);
  const running = limits
    .filter(({ dueOn }) => dueOn <= warnedUntil)
    .map(({ step, dueOn, rule }): PartyAlertRow => {
      const level = dueOn < asOfDay ? 'overdue' : 'warning';
      return { ...of, kind: 'admissionTimeLimit', level, rule, what: step, dueOn };
    });
  if (stage !== 'fullMember' || stageSince > asOfDay) return running;
  const missing = papersMissing(papers).map((paper): PartyAlertRow => ({
    ...of,
    kind: 'papersMissing',
    level: 'warning',
    rule: 'PD-23',
    what: paper,
    dueOn: null,
  }));
  return [...running, ...missing];
}

/** Months running without dues or good cause from which a member is treated as leaving (PD-26, Party Constitution). */
const MONTHS_WITHOUT_DUES = 6;

/** The last six whole months before the day, when none of them is settled. */
export function duesAlerts(
  { memberId, unitId, duesFrom, settledMonths }: RegisteredPartyDues,
  asOfDay: Day,
): PartyAlertRow[] {
  const settled = new Set(settledMonths);
  const last = addMonths(monthOf(asOfDay), -1);
  const months = Array.from({ length: MONTHS_WITHOUT_DUES }, (_, back) => addMonths(last, -back));
  if (months.some((month) => month < duesFrom || settled.has(month))) return [];
  const period = `${firstUnpaid(duesFrom as Month, last, settled)}/${last}`;
  const of = { subjectId: memberId, unitId, rule: 'PD-26', what: null, dueOn: null };
  return [{ ...of, kind: 'duesUnpaid', level: 'overdue', period }];
}

/** The month from which on nothing is settled. */
function firstUnpaid(duesFrom: Month, last: Month, settled: ReadonlySet<string>): Month {
  let month = last;
  while (month > duesFrom && !settled.has(addMonths(month, -1))) month = addMonths(month, -1);
  return month;
}

/** A pairing in its period without a joint activity for the months that the place allows (WZ-14b). */
export function pairingAlerts(
  { pairingId, unitId, agreedFrom, agreedUntil, lastActivityOn, endedOn }: RegisteredPairing,
  { pairingIdleMonths }: PartyParameters,
  asOfDay: Day,
): PartyAlertRow[] {
  if (endedOn !== null || asOfDay < agreedFrom || asOfDay > agreedUntil) return [];
  const dueOn = addCalendarMonths((lastActivityOn ?? agreedFrom) as Day, pairingIdleMonths);
  if (asOfDay <= dueOn) return [];
  const of = { subjectId: pairingId, unitId, what: null, period: null };
  return [{ ...of, kind: 'pairingIdle', level: 'warning', rule: 'WZ-14b', dueOn }];
}

/**
 * A letter that carries a membership and runs out, or has run out, before the other organization has it. PO-09 is not verified: it
 * holds only where the place has set for how many months.
 */
export function transferAlerts(
  { memberId, branchUnitId, standing, transferWay, transferIssuedOn }: RegisteredPartyMembership,
  { transferLetterMonths, warnDays }: PartyParameters,
  asOfDay: Day,
): PartyAlertRow[] {
  if (standing !== 'transferringOut' || transferWay !== 'letter' || transferLetterMonths === undefined) return [];
  if (transferIssuedOn! > asOfDay) return [];
  const dueOn = addCalendarMonths(transferIssuedOn as Day, transferLetterMonths);
  if (dueOn > addDays(asOfDay, warnDays)) return [];
  const level = dueOn < asOfDay ? 'overdue' : 'warning';
  const of = { subjectId: memberId, unitId: branchUnitId, what: null, period: null };
  return [{ ...of, kind: 'transferLetterRunsOut', level, rule: 'PO-09', dueOn }];
}

/** A floating member who is known and in no organization here (QD-09, PO-08). */
export function floatingMemberAlerts(
  { floatingMemberId, unitId, stage, declaredOn, requestedOn }: RegisteredFloatingMember,
  asOfDay: Day,
): PartyAlertRow[] {
  if (stage !== 'declared' || declaredOn > asOfDay) return [];
  const what = requestedOn === null ? 'notRequested' : 'notAccepted';
  const of = { subjectId: floatingMemberId, unitId, period: null, dueOn: null };
  return [{ ...of, kind: 'floatingMemberUnattached', level: 'warning', rule: 'QD-09', what }];
}
