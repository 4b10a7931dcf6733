import { type Day, IsDay } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsLongText } from '../fields';
import { partyReporters } from './party-roles';

/** The kinds of employer that admissions and coverage are counted by (HM-02c, WZ-10e). */
export const employerTypes = [
  'stateOwned',
  'private',
  'socialOrganization',
  'smallOrMicro',
  'publicInstitution',
] as const;
export type EmployerType = (typeof employerTypes)[number];

/** An administrative division by its six digits (GB/T 2260): local parameters are kept by it. */
export const placePattern = /^[1-9][0-9]{5}$/;
export const IsPlace = (): PropertyDecorator => (target, property) => {
  IsString()(target, property);
  Matches(placePattern)(target, property);
};

/** Tells the facts by which a unit has, or has not, the duty to found a Party organization (provisions WZ-04a, HM-02a; PO-03). */
@Command({
  name: 'organization.founding-duty.report-facts',
  summary: { zh: '报告单位建党条件', en: 'Report the facts of a duty to found a Party organization' },
  roles: partyReporters,
  towards: ['WZ-04a', 'HM-02a', 'CC-02a'],
})
export class ReportFoundingFacts {
  @IsIdentifier() unitId!: string;
  @IsPlace() place!: string;
  @IsIn(employerTypes) employer!: EmployerType;
  /** Full members working there, wherever their membership is kept. */
  @IsInt() @Min(0) @Max(100_000) fullMembers!: number;
  @IsDay() worksFrom!: Day;
  /** The last day of the works as planned; none for a unit that is not set up for a time. */
  @IsOptional() @IsDay() worksUntil?: Day;
  @IsDay() countedOn!: Day;
}

/** A duty is not met: why, and by when it will be; who sees to Party work there until then (provisions WZ-04a, HM-02a, CC-02a). */
@Command({
  name: 'organization.founding-duty.plan-founding',
  summary: { zh: '计划组建党组织', en: 'Plan the founding of a Party organization' },
  roles: partyReporters,
  towards: ['WZ-04a', 'HM-02a', 'CC-02a'],
})
export class PlanPartyFounding {
  @IsIdentifier() unitId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() foundingPlannedOn!: Day;
  /** The Party-work instructor (党建工作指导员) assigned meanwhile, by the member's identifier. */
  @IsOptional() @IsIdentifier() instructorId?: string;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '单位建党条件已报告', en: 'The facts of a duty to found were reported' },
  towards: ['WZ-04a', 'HM-02a'],
})
export class FoundingFactsReported {
  @IsIdentifier() unitId!: string;
  @IsPlace() place!: string;
  @IsIn(employerTypes) employer!: EmployerType;
  @IsInt() @Min(0) @Max(100_000) fullMembers!: number;
  @IsDay() worksFrom!: Day;
  @IsOptional() @IsDay() worksUntil?: Day;
  @IsDay() countedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '已计划组建党组织', en: 'The founding of a Party organization was planned' },
  towards: ['WZ-04a', 'HM-02a'],
})
export class PartyFoundingPlanned {
  @IsIdentifier() unitId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() foundingPlannedOn!: Day;
  @IsOptional() @IsIdentifier() instructorId?: string;
  @IsDay() plannedOn!: Day;
}

export const foundingDutyCommands = { ReportFoundingFacts, PlanPartyFounding };
export type FoundingDutyCommand = CommandOf<typeof foundingDutyCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const foundingDutyEvents = { FoundingFactsReported, PartyFoundingPlanned };
export type FoundingDutyEvent = EventOf<typeof foundingDutyEvents>;
