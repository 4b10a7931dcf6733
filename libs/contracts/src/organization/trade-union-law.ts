import type { Day } from '@gongyou/domain';
import { enterpriseKinds, type UnitKind } from './unit.contract';

/** The numbers of 《中华人民共和国工会法》 in one of its versions. */
export interface TradeUnionLaw {
  inForceFrom: Day;
  /** From so many members on an employer must have a committee of its own; members are counted, not staff (Art. 11, UN-01). */
  ownCommitteeFromMembers: number;
  /** From so many staff on a union may have a chair who does nothing else (Art. 14, UN-02). */
  fullTimeChairFromStaff: number;
  /** A term is one of these, in years (Art. 16, UN-02). */
  termYears: readonly number[];
  /** Working days a month that an officer with other work may spend on the union, with pay (Art. 41, UN-04). */
  officerDaysAMonth: number;
  /** Parts in a hundred of all wages of the staff that an employer pays to the union each month (Art. 43, UN-03). */
  contributionPercent: number;
}

/** In the order of their days. A new version is added; a case is judged by the one of its own day. */
const versions: readonly [TradeUnionLaw, ...TradeUnionLaw[]] = [
  {
    inForceFrom: '2022-01-01' as Day,
    ownCommitteeFromMembers: 25,
    fullTimeChairFromStaff: 200,
    termYears: [3, 5],
    officerDaysAMonth: 3,
    contributionPercent: 2,
  },
];

/** The law on a day. A day before the first version that was read is judged by that one. */
export const tradeUnionLawOn = (day: Day): TradeUnionLaw =>
  versions.findLast(({ inForceFrom }) => inForceFrom <= day) ?? versions[0];

/** An employer, as the duty to found means it: projects, departments and crews are parts of one. */
export const employerKinds: readonly UnitKind[] = [...enterpriseKinds, 'governmentBody'];

/** Whether a unit must have a committee of its own on a day: it is an employer and has the members for one (UN-01). */
export const owesOwnCommittee = (kind: UnitKind, memberCount: number, on: Day): boolean =>
  employerKinds.includes(kind) && memberCount >= tradeUnionLawOn(on).ownCommitteeFromMembers;
