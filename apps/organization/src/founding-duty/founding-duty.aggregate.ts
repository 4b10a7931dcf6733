import { foundingDutyCommands, type FoundingDutyEvent, foundingDutyEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { foundingDuty, type FoundingDutyState, type FoundingDutyWish } from './founding-duty.decider';

/** Carries out the commands on the duty of a unit to found a Party organization. */
export class FoundingDutyHandling extends CommandHandling<FoundingDutyWish, FoundingDutyEvent, FoundingDutyState> {}

export const foundingDutyAggregate: Aggregate<FoundingDutyWish, FoundingDutyEvent, FoundingDutyState> = {
  category: 'foundingDuty',
  decider: foundingDuty,
  commands: foundingDutyCommands,
  events: foundingDutyEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};
