import { employerCommands, type EmployerEvent, employerEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { employer, type EmployerState, type EmployerWish } from './employer.decider';

/** Carries out the commands on employers. */
export class Employers extends CommandHandling<EmployerWish, EmployerEvent, EmployerState> {}

export const employerAggregate: Aggregate<EmployerWish, EmployerEvent, EmployerState> = {
  category: 'employer',
  decider: employer,
  commands: employerCommands,
  events: employerEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};
