import type { LiaisonParametersCommand, LiaisonParametersEvent, LiaisonParametersSet } from '@gongyou/contracts';
import { type Day, sameContent } from '@gongyou/domain';
import type { Decider } from '@gongyou/event-sourcing/decider';

/** The sets of one unit, in the order in which they were told. */
export type LiaisonParametersState = readonly LiaisonParametersSet[];

/** The parameters of liaison work in a unit and below it (JX-13, JX-14, JX-52). A later set for the same day puts the earlier right. */
export const liaisonParameters: Decider<LiaisonParametersCommand, LiaisonParametersEvent, LiaisonParametersState> = {
  initialState: [],
  evolve: (sets, { data }) => [...sets, data],
  decide: ({ data }, sets) => {
    const inForce = sets.findLast(({ effectiveFrom }) => effectiveFrom === data.effectiveFrom);
    return sameContent(data, inForce) ? [] : [{ type: 'LiaisonParametersSet', data: { ...data } }];
  },
};

/** What the unit itself set for a day: of the sets in force, the one of the latest day; of several of one day, the last told. */
export function parametersInForce(sets: LiaisonParametersState, on: Day): LiaisonParametersSet | undefined {
  let inForce: LiaisonParametersSet | undefined;
  for (const set of sets) {
    if (set.effectiveFrom <= on && (!inForce || set.effectiveFrom >= inForce.effectiveFrom)) inForce = set;
  }
  return inForce;
}
