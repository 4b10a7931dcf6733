import type { PartyParameters } from '@gongyou/contracts';
import { addCalendarMonths, type Day } from '@gongyou/domain';
import type { FoundingDutyRecord } from './founding-duty.entity';

/**
 * Whether a unit has the duty to found a Party organization on a day (应建; provisions WZ-04a, HM-02a; PO-01, PO-03): it has the
 * full members that the place asks for, it works on that day, and it is to last as long as the place asks for. A unit that is
 * not set up for a time lasts.
 */
export function hasFoundingDuty(
  { fullMembers, worksFrom, worksUntil }: Pick<FoundingDutyRecord, 'fullMembers' | 'worksFrom' | 'worksUntil'>,
  { foundingMembers, siteMonths, siteMonthsExceeded }: PartyParameters,
  asOfDay: string,
): boolean {
  if (fullMembers < foundingMembers || asOfDay < worksFrom) return false;
  if (worksUntil === null) return true;
  const lastsUntil = addCalendarMonths(worksFrom as Day, siteMonths);
  return asOfDay <= worksUntil && (siteMonthsExceeded ? worksUntil > lastsUntil : worksUntil >= lastsUntil);
}
