import { crewDisclosureCommands, type CrewDisclosureEvent, crewDisclosureEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { crewDisclosure, type CrewDisclosureState, type CrewDisclosureWish } from './crew-disclosure.decider';

/** Carries out the commands on what is disclosed to crews. */
export class CrewDisclosureHandling extends CommandHandling<
  CrewDisclosureWish,
  CrewDisclosureEvent,
  CrewDisclosureState
> {}

export const crewDisclosureAggregate: Aggregate<CrewDisclosureWish, CrewDisclosureEvent, CrewDisclosureState> = {
  category: 'crewDisclosure',
  decider: crewDisclosure,
  commands: crewDisclosureCommands,
  events: crewDisclosureEvents,
  reach: unitOf,
  organizationOf: (wish, state) => unitOf(wish, state)[0]!,
};

function unitOf(wish: CrewDisclosureWish, state: CrewDisclosureState): string[] {
  if (state.stage === 'posted') return [state.posted.unitId];
  return wish.type === 'PostCrewDisclosure' ? [wish.data.unitId] : [];
}
