import type { PartyParametersCommand, PartyParametersEvent, PartyParametersSet } from '@gongyou/contracts';
import { sameContent } from '@gongyou/domain';
import type { Decider } from '@gongyou/event-sourcing/decider';

/** The sets of one place, in the order in which they were told. */
export type PartyParametersState = readonly PartyParametersSet[];

/** Parameters of Party building in a place. They may be set for days to come and for days past: a later set of a day counts. */
export const partyParameters: Decider<PartyParametersCommand, PartyParametersEvent, PartyParametersState> = {
  initialState: [],
  evolve: (sets, { data }) => [...sets, data],
  decide: ({ data }, sets) => {
    const inForce = sets.findLast(({ effectiveFrom }) => effectiveFrom === data.effectiveFrom);
    return sameContent(data, inForce) ? [] : [{ type: 'PartyParametersSet', data: { ...data } }];
  },
};
