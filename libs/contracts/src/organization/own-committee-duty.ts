import type { UnitKind } from './unit.contract';

/** From so many members on an employer must have a union committee of its own; the law counts members, not staff (工会法 Art. 11, UN-01). */
export const OWN_COMMITTEE_FROM_MEMBERS = 25;

/** An employer, as the duty to found means it: projects, departments and crews are parts of one. */
export const employerKinds: readonly UnitKind[] = ['group', 'company', 'governmentBody'];

/** Whether a unit must have a committee of its own: it is an employer and has the members for one (UN-01). */
export const owesOwnCommittee = (kind: UnitKind, memberCount: number): boolean =>
  employerKinds.includes(kind) && memberCount >= OWN_COMMITTEE_FROM_MEMBERS;
