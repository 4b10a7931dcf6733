import { crewCommands, type CrewEvent, crewEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { crew, type CrewWish } from './crew.decider';
import type { CrewState } from './crew.state';

/** Carries out the commands on crews. */
export class CrewHandling extends CommandHandling<CrewWish, CrewEvent, CrewState> {}

export const crewAggregate: Aggregate<CrewWish, CrewEvent, CrewState> = {
  category: 'crew',
  decider: crew,
  commands: crewCommands,
  events: crewEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};
