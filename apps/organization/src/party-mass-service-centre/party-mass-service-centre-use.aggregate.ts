import {
  partyMassServiceCentreUseCommands,
  type PartyMassServiceCentreUseEvent,
  partyMassServiceCentreUseEvents,
} from '@gongyou/contracts';
import { type Day, monthOf } from '@gongyou/domain';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import {
  partyMassServiceCentreUse,
  type PartyMassServiceCentreUseState,
  type PartyMassServiceCentreUseWish,
} from './party-mass-service-centre-use.decider';

/** Carries out the commands on bookings of and visits to Party-mass service centres. */
export class PartyMassServiceCentreUses extends CommandHandling<
  PartyMassServiceCentreUseWish,
  PartyMassServiceCentreUseEvent,
  PartyMassServiceCentreUseState
> {}

/** A stream for each centre and month, so that none grows with the years. */
export const useId = (centreId: string, on: Day): string => `${centreId}~${monthOf(on)}`;

export const partyMassServiceCentreUseAggregate: Aggregate<
  PartyMassServiceCentreUseWish,
  PartyMassServiceCentreUseEvent,
  PartyMassServiceCentreUseState
> = {
  category: 'partyMassServiceCentreUse',
  decider: partyMassServiceCentreUse,
  commands: partyMassServiceCentreUseCommands,
  events: partyMassServiceCentreUseEvents,
  // A unit books, and cancels, for itself; all else is told by whoever answers for the park.
  reach: (wish, state) => [...bookingUnit(wish, state), ...(wish.centre ? [wish.centre.parkUnitId] : [])],
  organizationOf: ({ centre }) => {
    if (!centre) throw new Error('a centre that was never opened cannot be used');
    return centre.parkUnitId;
  },
};

function bookingUnit(wish: PartyMassServiceCentreUseWish, state: PartyMassServiceCentreUseState): string[] {
  switch (wish.type) {
    case 'BookPartyMassServiceCentre':
      return [wish.data.unitId];
    case 'CancelPartyMassServiceCentreBooking': {
      const booking = state.bookings.get(wish.data.bookingId);
      return booking ? [booking.booked.unitId] : [];
    }
    case 'CountPartyMassServiceCentreVisits':
      return [];
  }
}
