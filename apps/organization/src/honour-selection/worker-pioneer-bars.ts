import type { PioneerConditions } from '@gongyou/contracts';
import { addCalendarMonths, type Day } from '@gongyou/domain';

/** After an accident, serious occupational harm or mass incident a unit waits so long (RW-11). */
export const YEARS_AFTER_INCIDENT = 3;

export type PioneerBar =
  | 'wageArrears'
  | 'socialInsuranceUnpaid'
  | 'noTradeUnion'
  | 'noWorkersCongress'
  | 'noCollectiveContract'
  | 'recentIncident';

/** What keeps a unit from being named Worker Pioneer (工人先锋号) when it is nominated; `undefined` when nothing does (RW-11). */
export function pioneerBar(conditions: PioneerConditions, nominatedOn: Day): PioneerBar | undefined {
  if (conditions.wageArrears) return 'wageArrears';
  if (conditions.socialInsuranceUnpaid) return 'socialInsuranceUnpaid';
  if (!conditions.hasTradeUnion) return 'noTradeUnion';
  if (!conditions.hasWorkersCongress) return 'noWorkersCongress';
  if (!conditions.hasCollectiveContract) return 'noCollectiveContract';
  const { lastIncidentOn } = conditions;
  const waits =
    lastIncidentOn !== undefined && nominatedOn < addCalendarMonths(lastIncidentOn, YEARS_AFTER_INCIDENT * 12);
  return waits ? 'recentIncident' : undefined;
}
