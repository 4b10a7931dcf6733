import type { DuesStanding } from '@gongyou/contracts';
import { addMonths, type Day, type Month, monthOf } from '@gongyou/domain';
import type { RegisteredPartyDues } from '../party-dues-register/party-dues.entity';

/** How a member's dues stand on a day: the months before its own are due, paid or excused (HM-02f, PD-26). */
export function duesStandingOn(
  dues: Pick<RegisteredPartyDues, 'duesFrom' | 'settledMonths'> | undefined,
  asOfDay: Day,
): { dues: DuesStanding; unpaidSince: Month | null } {
  if (!dues) return { dues: 'notAssessed', unpaidSince: null };
  const settled = new Set(dues.settledMonths);
  let month = dues.duesFrom as Month;
  while (month < monthOf(asOfDay) && settled.has(month)) month = addMonths(month, 1);
  return month < monthOf(asOfDay) ? { dues: 'unpaid', unpaidSince: month } : { dues: 'settled', unpaidSince: null };
}
