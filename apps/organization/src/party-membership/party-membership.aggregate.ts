import { partyMembershipCommands, type PartyMembershipEvent, partyMembershipEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { partyMembership, type PartyMembershipState, type PartyMembershipWish } from './party-membership.decider';

/** Carries out the commands on memberships. */
export class PartyMembershipHandling extends CommandHandling<
  PartyMembershipWish,
  PartyMembershipEvent,
  PartyMembershipState
> {}

export const partyMembershipAggregate: Aggregate<PartyMembershipWish, PartyMembershipEvent, PartyMembershipState> = {
  category: 'partyMembership',
  decider: partyMembership,
  commands: partyMembershipCommands,
  events: partyMembershipEvents,
  // The branch that is to keep the membership registers it; all else is told by the one that keeps it.
  reach: (wish, state) => {
    const unitId = unitOf(wish, state);
    return unitId === undefined ? [] : [unitId];
  },
  organizationOf: (wish, state) => {
    const unitId = unitOf(wish, state);
    if (unitId === undefined) throw new Error('a membership without a branch cannot have events');
    return unitId;
  },
};

function unitOf(wish: PartyMembershipWish, state: PartyMembershipState): string | undefined {
  if (wish.type === 'RegisterPartyMembership') return wish.branch?.unitId;
  return state.stage === 'notRegistered' ? undefined : state.registered.branchUnitId;
}
