import { inclusionChecklistCommands, type InclusionChecklistEvent, inclusionChecklistEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import {
  inclusionChecklist,
  type InclusionChecklistState,
  type InclusionChecklistWish,
} from './inclusion-checklist.decider';

/** Carries out the definition of checklists. */
export class InclusionChecklistHandling extends CommandHandling<
  InclusionChecklistWish,
  InclusionChecklistEvent,
  InclusionChecklistState
> {}

export const inclusionChecklistAggregate: Aggregate<
  InclusionChecklistWish,
  InclusionChecklistEvent,
  InclusionChecklistState
> = {
  category: 'inclusionChecklist',
  decider: inclusionChecklist,
  commands: inclusionChecklistCommands,
  events: inclusionChecklistEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};
