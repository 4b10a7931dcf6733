import { type Day, IsDay } from '@gongyou/domain';
import { IsIn } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsCount, IsIdentifier, IsLongText, IsNestedList, IsShortText } from '../fields';
import { type EmploymentForm, newEmploymentForms } from './union-membership.contract';

/**
 * The documents that rules of admission rest on (CC-12d): the opinions of the All-China Federation of Trade Unions on workers in new forms
 * of employment, and the guiding opinions of China Communications Construction, which hold in its own tree.
 */
export const unionAdmissionBasis = { national: '总工发〔2021〕12号', cccc: '中交党办发〔2022〕80号' } as const;

/** A document that the rules rest on. */
export class AdmissionBasis {
  @IsShortText(100) documentNumber!: string;
  @IsShortText(200) title!: string;
}

/** A kind of work that the rules count as a new form of employment, such as lorry drivers or couriers. */
export class NewEmploymentCategory {
  @IsIdentifier() categoryId!: string;
  @IsShortText(100) name!: string;
  @IsIn(newEmploymentForms) employmentForm!: EmploymentForm;
}

/** A step of admission, in the order of the list. */
export class AdmissionStep {
  @IsIdentifier() stepId!: string;
  @IsLongText(500) text!: string;
}

/** Puts a version of a unit's rules of union admission into force, with the documents they rest on (CC-12d). */
@Command({
  name: 'organization.union-admission-rules.publish',
  summary: { zh: '发布工会入会规则', en: 'Publish rules of union admission' },
  roles: ['administrator', 'leadDepartment'],
  provisions: ['CC-12d'],
})
export class PublishUnionAdmissionRules {
  /** They hold for it and all below it that has none of its own. */
  @IsIdentifier() unitId!: string;
  /** One more than the version before. */
  @IsCount(1, 1000) version!: number;
  @IsNestedList(() => AdmissionBasis, 20, 1) basis!: AdmissionBasis[];
  @IsNestedList(() => NewEmploymentCategory, 100, 1) categories!: NewEmploymentCategory[];
  @IsNestedList(() => AdmissionStep, 50, 1) steps!: AdmissionStep[];
  @IsDay() inForceFrom!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '工会入会规则已发布', en: 'Rules of union admission were published' },
  provisions: ['CC-12d'],
})
export class UnionAdmissionRulesPublished {
  @IsIdentifier() unitId!: string;
  @IsCount(1, 1000) version!: number;
  @IsNestedList(() => AdmissionBasis, 20, 1) basis!: AdmissionBasis[];
  @IsNestedList(() => NewEmploymentCategory, 100, 1) categories!: NewEmploymentCategory[];
  @IsNestedList(() => AdmissionStep, 50, 1) steps!: AdmissionStep[];
  @IsDay() inForceFrom!: Day;
}

export const unionAdmissionRulesCommands = { PublishUnionAdmissionRules };
export type UnionAdmissionRulesCommand = CommandOf<typeof unionAdmissionRulesCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const unionAdmissionRulesEvents = { UnionAdmissionRulesPublished };
export type UnionAdmissionRulesEvent = EventOf<typeof unionAdmissionRulesEvents>;
