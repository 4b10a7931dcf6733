import { type Day, IsDay } from '@gongyou/domain';
import { IsIn } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier } from '../fields';
import { type EmploymentForm, employmentForms } from './union-membership.contract';

/** Says in which form a worker is employed from a day on (HM-03g, CC-12b): direct, dispatched, subcontracted, flexible or by a platform. */
@Command({
  name: 'organization.employment-form.record',
  summary: { zh: '登记工人用工形式', en: 'Record a worker’s form of employment' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem'],
  provisions: ['HM-03g', 'CC-12b'],
})
export class RecordEmploymentForm {
  @IsIdentifier() workerId!: string;
  /** Where he works; its officers keep the entry. */
  @IsIdentifier() unitId!: string;
  @IsIn(employmentForms) employmentForm!: EmploymentForm;
  @IsDay() fromDay!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '工人用工形式已登记', en: 'A worker’s form of employment was recorded' },
})
export class EmploymentFormRecorded {
  @IsIdentifier() workerId!: string;
  @IsIdentifier() unitId!: string;
  @IsIn(employmentForms) employmentForm!: EmploymentForm;
  @IsDay() fromDay!: Day;
}

export const employmentFormCommands = { RecordEmploymentForm };
export type EmploymentFormCommand = CommandOf<typeof employmentFormCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const employmentFormEvents = { EmploymentFormRecorded };
export type EmploymentFormEvent = EventOf<typeof employmentFormEvents>;
