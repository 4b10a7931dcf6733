import type { PartyAdmissionEvent, ProbationaryMemberAdmitted } from '@gongyou/contracts';
import type { StandingRule } from './standing-rule';

type Admission = Extract<PartyAdmissionEvent, { type: 'ProbationaryMemberAdmitted' }>;
type AdmissionFacts = Pick<ProbationaryMemberAdmitted, 'unitId' | 'employer' | 'groups' | 'approvedOn'>;

/** An admission counts from the day of its approval, once by the employer, and once for each group that the person belongs to (CC-02b, HM-02c, PD-24). */
export const partyAdmissionsRule: StandingRule<Admission, AdmissionFacts> = {
  types: ['ProbationaryMemberAdmitted'],
  dayOf: ({ data }) => data.approvedOn,
  evolve: (_, { data: { unitId, employer, groups, approvedOn } }) => ({ unitId, employer, groups, approvedOn }),
  counts: ({ unitId, employer, groups, approvedOn: day }) => [
    { indicator: 'partyAdmissions', unitId, dimension: employer, day },
    ...groups.map((group) => ({ indicator: 'partyAdmissionsByGroup', unitId, dimension: group, day }) as const),
  ],
};
