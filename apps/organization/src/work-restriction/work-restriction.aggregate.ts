import {
  type WorkRestrictionCommand,
  workRestrictionCommands,
  type WorkRestrictionEvent,
  workRestrictionEvents,
} from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { workRestriction, type WorkRestrictions } from './work-restriction.decider';

/** Carries out the commands on the work restrictions of a unit. */
export class WorkRestrictionsOfUnits extends CommandHandling<
  WorkRestrictionCommand,
  WorkRestrictionEvent,
  WorkRestrictions
> {}

export const workRestrictionAggregate: Aggregate<WorkRestrictionCommand, WorkRestrictionEvent, WorkRestrictions> = {
  category: 'workRestrictions',
  decider: workRestriction,
  commands: workRestrictionCommands,
  events: workRestrictionEvents,
  reach: ({ data }) => [data.organizationId],
  organizationOf: ({ data }) => data.organizationId,
};
