import {
  partyMassServiceCentreCommands,
  type PartyMassServiceCentreEvent,
  partyMassServiceCentreEvents,
} from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import {
  partyMassServiceCentre,
  type PartyMassServiceCentreState,
  type PartyMassServiceCentreWish,
} from './party-mass-service-centre.decider';

/** Carries out the commands on Party-mass service centres. */
export class PartyMassServiceCentres extends CommandHandling<
  PartyMassServiceCentreWish,
  PartyMassServiceCentreEvent,
  PartyMassServiceCentreState
> {}

export const partyMassServiceCentreAggregate: Aggregate<
  PartyMassServiceCentreWish,
  PartyMassServiceCentreEvent,
  PartyMassServiceCentreState
> = {
  category: 'partyMassServiceCentre',
  decider: partyMassServiceCentre,
  commands: partyMassServiceCentreCommands,
  events: partyMassServiceCentreEvents,
  reach: parkOf,
  organizationOf: (wish, state) => {
    const [parkUnitId] = parkOf(wish, state);
    if (parkUnitId === undefined) throw new Error('a centre that was never opened cannot have events');
    return parkUnitId;
  },
};

function parkOf(wish: PartyMassServiceCentreWish, state: PartyMassServiceCentreState): string[] {
  if (state.stage !== 'notOpened') return [state.opened.parkUnitId];
  return wish.type === 'OpenPartyMassServiceCentre' ? [wish.data.parkUnitId] : [];
}
