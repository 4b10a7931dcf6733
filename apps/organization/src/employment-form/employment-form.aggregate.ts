import { employmentFormCommands, type EmploymentFormEvent, employmentFormEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { employmentForm, type EmploymentFormState, type EmploymentFormWish } from './employment-form.decider';

/** Carries out the commands on forms of employment; a stream is one worker's, by his opaque id. */
export class EmploymentForms extends CommandHandling<EmploymentFormWish, EmploymentFormEvent, EmploymentFormState> {}

export const employmentFormAggregate: Aggregate<EmploymentFormWish, EmploymentFormEvent, EmploymentFormState> = {
  category: 'employmentForm',
  decider: employmentForm,
  commands: employmentFormCommands,
  events: employmentFormEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};
