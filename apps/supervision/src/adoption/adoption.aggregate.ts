import { adoptionCommands, type AdoptionEvent, adoptionEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { adoption, type AdoptionState, type AdoptionWish } from './adoption.decider';

/** Carries out the commands on adopted programmes. */
export class AdoptionHandling extends CommandHandling<AdoptionWish, AdoptionEvent, AdoptionState> {}

export const adoptionAggregate: Aggregate<AdoptionWish, AdoptionEvent, AdoptionState> = {
  category: 'adoption',
  decider: adoption,
  commands: adoptionCommands,
  events: adoptionEvents,
  // The leading group's office acts for the adopter, also where it sits in a department below it.
  reach: ({ type, data }, state) => {
    const office = state.stage === 'adopted' && type !== 'AdoptProgramme' ? [state.officeUnitId] : [];
    return [data.organizationId, ...office];
  },
  organizationOf: ({ data }) => data.organizationId,
};
