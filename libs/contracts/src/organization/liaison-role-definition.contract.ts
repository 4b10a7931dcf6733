import { type Day, IsDay, type PeriodKind } from '@gongyou/domain';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsNested, IsNestedList, IsShortText } from '../fields';
import { type LiaisonLevel, liaisonLevels } from './liaison-officer.contract';

/** The document that a definition rests on. */
export class DefiningDocument {
  @IsShortText(200) title!: string;
  @IsOptional() @IsDay() issuedOn?: Day;
}

export class DefinitionItem {
  @IsIdentifier() itemId!: string;
  @IsShortText(300) text!: string;
}

/**
 * Items as the document words them. A document may count more than it lists (the trial counts 17 duties and lists none): the stated
 * number is then kept beside those that are known, and the rest is shown as not listed rather than invented.
 */
export class DefinitionList {
  @IsOptional() @IsInt() @Min(1) @Max(100) statedCount?: number;
  @IsNestedList(() => DefinitionItem, 100) items!: DefinitionItem[];
}

/** How often a duty is owed: a task in each such period (JX-38a). */
export const dutyFrequencies = ['month', 'quarter', 'half', 'year'] as const satisfies readonly PeriodKind[];
export type DutyFrequency = (typeof dutyFrequencies)[number];

/** A duty. One without a frequency is carried out as the occasion arises, and makes no tasks. */
export class DutyItem extends DefinitionItem {
  @IsOptional() @IsIn(dutyFrequencies) frequency?: DutyFrequency;
  /** What shows that it was done, such as a sheet of signatures; a report on it then needs a file. */
  @IsOptional() @IsShortText(200) evidence?: string;
}

/** Duties as the document words them, and how many it counts (JX-38a). */
export class DutyList {
  @IsOptional() @IsInt() @Min(1) @Max(100) statedCount?: number;
  @IsNestedList(() => DutyItem, 100) items!: DutyItem[];
}

/** What nominees are scored on, and the least score that will do (JX-05). */
export class NominationCriterion {
  @IsShortText(60) criterion!: string;
  @IsOptional() @IsInt() @Min(0) @Max(100) leastScore?: number;
}

/** A result of the yearly assessment: from which score on it is given, and whether a term can be renewed by it (JX-04). */
export class AssessmentGrade {
  @IsShortText(60) grade!: string;
  @IsInt() @Min(0) @Max(100) leastScore!: number;
  @IsBoolean() allowsRenewal!: boolean;
}

/** What a liaison post is: treatment, rights, duties and obligations, and the kinds of work that the work log tells apart. */
export class LiaisonRole {
  /** The treatment grade (JX-36); pay itself stays in the payroll. */
  @IsOptional() @IsShortText(100) treatment?: string;
  @IsNested(() => DefinitionList) rights!: DefinitionList;
  @IsNested(() => DutyList) duties!: DutyList;
  @IsNested(() => DefinitionList) obligations!: DefinitionList;
  @IsNested(() => DefinitionList) workKinds!: DefinitionList;
  /** Exactly these are scored by a nomination; without them whoever nominates chooses (JX-05). */
  @IsOptional() @IsNestedList(() => NominationCriterion, 20, 1) selectionCriteria?: NominationCriterion[];
  /** The results of the assessment; without them it ends with scores alone, which bar no renewal (JX-04). */
  @IsOptional() @IsNestedList(() => AssessmentGrade, 10, 1) assessmentGrades?: AssessmentGrade[];
}

/** Publishes the next version of what a post is at a level, for a company and all below it (JX-36 to JX-38b, JX-71). */
@Command({
  name: 'organization.liaison-role-definition.publish',
  summary: { zh: '发布协理员岗位规定', en: 'Publish the definition of a liaison post' },
  roles: ['administrator', 'leadDepartment', 'enterpriseSystem'],
  towards: ['JX-04', 'JX-19', 'JX-37', 'JX-38a', 'JX-38b', 'JX-71'],
})
export class PublishLiaisonRoleDefinition {
  /** The unit whose document it is. */
  @IsIdentifier() organizationId!: string;
  @IsIn(liaisonLevels) level!: LiaisonLevel;
  @IsInt() @Min(1) @Max(1000) version!: number;
  @IsNested(() => DefiningDocument) basis!: DefiningDocument;
  @IsNested(() => LiaisonRole) role!: LiaisonRole;
  @IsDay() effectiveOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '协理员岗位规定已发布', en: 'The definition of a liaison post was published' },
})
export class LiaisonRoleDefinitionPublished {
  @IsIdentifier() organizationId!: string;
  @IsIn(liaisonLevels) level!: LiaisonLevel;
  @IsInt() @Min(1) @Max(1000) version!: number;
  @IsNested(() => DefiningDocument) basis!: DefiningDocument;
  @IsNested(() => LiaisonRole) role!: LiaisonRole;
  @IsDay() effectiveOn!: Day;
}

export const liaisonRoleDefinitionCommands = { PublishLiaisonRoleDefinition };
export type LiaisonRoleDefinitionCommand = CommandOf<typeof liaisonRoleDefinitionCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const liaisonRoleDefinitionEvents = { LiaisonRoleDefinitionPublished };
export type LiaisonRoleDefinitionEvent = EventOf<typeof liaisonRoleDefinitionEvents>;
