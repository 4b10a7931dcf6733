import {
  type OpenMattersCommand,
  openMattersCommands,
  type OpenMattersEvent,
  openMattersEvents,
} from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { openMatters, type OpenMattersState } from './open-matters.decider';

/** Carries out the commands on the lists of matters that must be open. */
export class OpenMattersLists extends CommandHandling<OpenMattersCommand, OpenMattersEvent, OpenMattersState> {}

export const openMattersAggregate: Aggregate<OpenMattersCommand, OpenMattersEvent, OpenMattersState> = {
  category: 'openMatters',
  decider: openMatters,
  commands: openMattersCommands,
  events: openMattersEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};
