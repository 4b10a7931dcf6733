import {
  type CoveredUnit,
  type MassOrganizationForm,
  type Officer,
  owesOwnCommittee,
  type UnitKind,
} from '@gongyou/contracts';
import { addCalendarMonths, addDays, type Day } from '@gongyou/domain';

/** From so many staff on a union may have a chair who does nothing else (工会法 Art. 14, UN-02). */
export const FULL_TIME_CHAIR_FROM_STAFF = 200;

/** A term is one of these, in years (工会法 Art. 16, UN-02). */
export const UNION_TERM_YEARS: readonly number[] = [3, 5];

/** Working days a month that a member of the committee who has other work may spend on the union, with pay (工会法 Art. 41, UN-04). */
export const OFFICER_DAYS_A_MONTH = 3;

/** The covered unit that a joint union, or an organiser, is not enough for (UN-01). */
export const tooLargeFor = (
  form: MassOrganizationForm,
  covered: readonly CoveredUnit[],
  kindOf: (unitId: string) => UnitKind,
): CoveredUnit | undefined =>
  form === 'own' ? undefined : covered.find(({ unitId, memberCount }) => owesOwnCommittee(kindOf(unitId), memberCount));

/** Whether a chair may be full-time where so many work (UN-02). */
export const mayHaveFullTimeChair = (staffCount: number): boolean => staffCount >= FULL_TIME_CHAIR_FROM_STAFF;

/** The last day of a term that begins with an election. */
export const endOfTerm = (electedOn: Day, termYears: number): Day =>
  addDays(addCalendarMonths(electedOn, termYears * 12), -1);

export const chairsOf = (officers: readonly Officer[]): Officer[] => officers.filter(({ post }) => post === 'chair');
