import { unionMembershipCommands, type UnionMembershipEvent, unionMembershipEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { unionMembership, type UnionMembershipState, type UnionMembershipWish } from './union-membership.decider';

/** Carries out the commands on union memberships; a stream is one worker's, by his opaque id. */
export class UnionMemberships extends CommandHandling<
  UnionMembershipWish,
  UnionMembershipEvent,
  UnionMembershipState
> {}

export const unionMembershipAggregate: Aggregate<UnionMembershipWish, UnionMembershipEvent, UnionMembershipState> = {
  category: 'unionMembership',
  decider: unionMembership,
  commands: unionMembershipCommands,
  events: unionMembershipEvents,
  // Either end of a transfer may see to it: the worker must not lose his membership because one of them does not.
  reach: (wish, state) => [...unitNow(state), ...('unitId' in wish.data ? [wish.data.unitId] : [])],
  organizationOf: (wish, state) => {
    const [unitId] = 'unitId' in wish.data ? [wish.data.unitId] : unitNow(state);
    if (unitId === undefined) throw new Error('who was never a member has no card and cannot leave');
    return unitId;
  },
};

const unitNow = (state: UnionMembershipState): string[] => (state.stage === 'member' ? [state.unitId] : []);
