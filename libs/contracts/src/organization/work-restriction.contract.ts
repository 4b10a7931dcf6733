import { type Day, IsDay, type Sex } from '@gongyou/domain';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsIdentifier, IsShortText } from '../fields';
import { codesOf } from './code-tables/code-table';
import { type WorkType, workTypes } from './code-tables/work-types';

/** Whom a restriction is about: those under 18, those over the retirement age, or those who have completed so many years. */
export const restrictedGroups = ['juvenile', 'overAge', 'yearsCompleted'] as const;
export type RestrictedGroup = (typeof restrictedGroups)[number];

const setters: Role[] = ['administrator', 'leadDepartment', 'platform'];

const IsWorkTypeList = (): PropertyDecorator => (target, property) => {
  IsArray()(target, property);
  ArrayMaxSize(codesOf(workTypes).length)(target, property);
  IsIn(codesOf(workTypes), { each: true })(target, property);
};

/**
 * Keeps a group of age away from work on the sites of a unit and below, from a day on. Law forbids dangerous work to those over the
 * retirement age and banned work to juveniles, but names no work types (OA-07, RN-11); cities have bans of their own by years of age
 * that still follow the former retirement ages (OA-03). So all of them are dated parameters of a place, each with its basis.
 */
@Command({
  name: 'organization.work-restriction.set',
  summary: { zh: '设定年龄用工限制', en: 'Set a work restriction by age' },
  roles: setters,
})
export class SetWorkRestriction {
  @IsIdentifier() organizationId!: string;
  @IsIdentifier() restrictionId!: string;
  @IsIn(restrictedGroups) group!: RestrictedGroup;
  /** Only with `yearsCompleted`. */
  @IsOptional() @IsInt() @Min(16) @Max(100) years?: number;
  /** Only one sex; both when absent. */
  @IsOptional() @IsIn(['male', 'female']) sex?: Sex;
  /** The work types that are closed to the group; every work when empty. */
  @IsWorkTypeList() workTypes!: WorkType[];
  /** The notice or decision that it follows. */
  @IsShortText(200) basis!: string;
  @IsDay() from!: Day;
}

@Command({
  name: 'organization.work-restriction.lift',
  summary: { zh: '解除年龄用工限制', en: 'Lift a work restriction by age' },
  roles: setters,
})
export class LiftWorkRestriction {
  @IsIdentifier() organizationId!: string;
  @IsIdentifier() restrictionId!: string;
  /** The first day on which it no longer holds. */
  @IsDay() from!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '年龄用工限制已设定', en: 'A work restriction was set' } })
export class WorkRestrictionSet {
  @IsIdentifier() organizationId!: string;
  @IsIdentifier() restrictionId!: string;
  @IsIn(restrictedGroups) group!: RestrictedGroup;
  @IsOptional() @IsInt() @Min(16) @Max(100) years?: number;
  @IsOptional() @IsIn(['male', 'female']) sex?: Sex;
  @IsWorkTypeList() workTypes!: WorkType[];
  @IsShortText(200) basis!: string;
  @IsDay() from!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '年龄用工限制已解除', en: 'A work restriction was lifted' } })
export class WorkRestrictionLifted {
  @IsIdentifier() organizationId!: string;
  @IsIdentifier() restrictionId!: string;
  @IsDay() from!: Day;
}

export const workRestrictionCommands = { SetWorkRestriction, LiftWorkRestriction };
export type WorkRestrictionCommand = CommandOf<typeof workRestrictionCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const workRestrictionEvents = { WorkRestrictionSet, WorkRestrictionLifted };
export type WorkRestrictionEvent = EventOf<typeof workRestrictionEvents>;
