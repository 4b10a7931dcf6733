import { partyOrganizationCommands, type PartyOrganizationEvent, partyOrganizationEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import {
  partyOrganization,
  type PartyOrganizationState,
  type PartyOrganizationWish,
} from './party-organization.decider';

/** Carries out the commands on Party organizations. */
export class PartyOrganizationHandling extends CommandHandling<
  PartyOrganizationWish,
  PartyOrganizationEvent,
  PartyOrganizationState
> {}

export const partyOrganizationAggregate: Aggregate<
  PartyOrganizationWish,
  PartyOrganizationEvent,
  PartyOrganizationState
> = {
  category: 'partyOrganization',
  decider: partyOrganization,
  commands: partyOrganizationCommands,
  events: partyOrganizationEvents,
  // An organization that covers units elsewhere is still that of the unit which it belongs to.
  reach: (wish, state) => {
    if (wish.type === 'FoundPartyOrganization') return [wish.data.unitId];
    return state.stage === 'notFounded' ? [] : [state.founded.unitId];
  },
  organizationOf: (wish, state) => {
    if (wish.type === 'FoundPartyOrganization') return wish.data.unitId;
    if (state.stage === 'notFounded') throw new Error('an organization that was never founded cannot have events');
    return state.founded.unitId;
  },
};
