import { type Day, IsDay } from '@gongyou/domain';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsIdentifierList, IsLongText, IsNestedList, IsShortText } from '../fields';
import { Evidence } from '../supervision/task.contract';

/** 群团组织: the trade union, the Youth League and the women's federation of a unit (HM-03b). */
export const massOrganizationKinds = ['tradeUnion', 'youthLeague', 'womensFederation'] as const;
export type MassOrganizationKind = (typeof massOrganizationKinds)[number];

/** One unit alone, several together, or one organiser (组织员) who does the work where a unit is too small (工会法 Art. 11, UN-01). */
export const massOrganizationForms = ['own', 'joint', 'organizer'] as const;
export type MassOrganizationForm = (typeof massOrganizationForms)[number];

export const officerPosts = ['chair', 'viceChair', 'committeeMember', 'auditMember', 'womensMember'] as const;
export type OfficerPost = (typeof officerPosts)[number];

/** The post in the Party branch that an officer holds as well (HM-03d: the secretary is also the chair). */
export const branchPosts = ['secretary', 'deputySecretary', 'none'] as const;
export type BranchPost = (typeof branchPosts)[number];

/** Why a mass organization ends. None is ended at will. */
export const dissolutionReasons = ['unitEnded', 'merged'] as const;
export type DissolutionReason = (typeof dissolutionReasons)[number];

/** A unit that a mass organization is there for, with its people when it was taken in. */
export class CoveredUnit {
  @IsIdentifier() unitId!: string;
  @IsInt() @Min(0) @Max(1_000_000) staffCount!: number;
  /** Union members for a trade union, else the members of the organization. */
  @IsInt() @Min(0) @Max(1_000_000) memberCount!: number;
}

/** One who was elected. */
export class Officer {
  @IsIdentifier() workerId!: string;
  @IsIn(officerPosts) post!: OfficerPost;
  /** Whether this is his whole work (专职). */
  @IsBoolean() fullTime!: boolean;
  @IsIn(branchPosts) branchPost!: BranchPost;
}

/** The founders ask the level above for permission; a project's union is built with the project (同建, UN-07). */
@Command({
  name: 'organization.mass-organization.apply',
  summary: { zh: '申请建立群团组织', en: 'Apply to found a mass organization' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'],
  towards: ['HM-03b', 'HM-03e', 'HM-03f'],
})
export class ApplyForMassOrganization {
  @IsIdentifier() massOrganizationId!: string;
  @IsIn(massOrganizationKinds) kind!: MassOrganizationKind;
  @IsIn(massOrganizationForms) form!: MassOrganizationForm;
  @IsShortText(100) name!: string;
  /** Where it stands, and whose officers keep its record: an enterprise or a project. */
  @IsIdentifier() hostUnitId!: string;
  /** The host and, for a joint one, the others. */
  @IsNestedList(() => CoveredUnit, 200, 1) coveredUnits!: CoveredUnit[];
  @IsDay() appliedOn!: Day;
}

/** The level above agrees that it be founded. */
@Command({
  name: 'organization.mass-organization.approve',
  summary: { zh: '批复同意建立', en: 'Approve that a mass organization be founded' },
  roles: ['administrator', 'leadDepartment'],
  towards: ['HM-03e'],
})
export class ApproveMassOrganization {
  @IsIdentifier() massOrganizationId!: string;
  /** Who approved: the organization above, by its name. */
  @IsShortText(100) approvedBy!: string;
  @IsShortText(100) documentNumber!: string;
  @IsDay() approvedOn!: Day;
}

/** The first election, or that of a new term. */
@Command({
  name: 'organization.mass-organization.record-election',
  summary: { zh: '登记选举结果', en: 'Record an election' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  towards: ['HM-03b', 'HM-03d', 'HM-03e'],
})
export class RecordMassOrganizationElection {
  @IsIdentifier() massOrganizationId!: string;
  @IsDay() electedOn!: Day;
  @IsInt() @Min(1) @Max(10) termYears!: number;
  /** All who work for the units that it covers, on the day of the election (UN-02). */
  @IsInt() @Min(0) @Max(1_000_000) staffCount!: number;
  @IsNestedList(() => Officer, 50, 1) officers!: Officer[];
  @IsNestedList(() => Evidence, 20) evidence!: Evidence[];
}

/** The level above confirms who was elected: from then on the organization is active and the term runs. */
@Command({
  name: 'organization.mass-organization.confirm-election',
  summary: { zh: '批复选举结果', en: 'Confirm an election' },
  roles: ['administrator', 'leadDepartment'],
  towards: ['HM-03b', 'HM-03e', 'HM-03f'],
})
export class ConfirmMassOrganizationElection {
  @IsIdentifier() massOrganizationId!: string;
  @IsShortText(100) documentNumber!: string;
  @IsDay() confirmedOn!: Day;
}

/** A joint organization takes in units, or lets go of some that have one of their own by now or have ended. */
@Command({
  name: 'organization.mass-organization.change-coverage',
  summary: { zh: '调整覆盖单位', en: 'Change which units a joint organization covers' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer'],
  towards: ['HM-03f'],
})
export class ChangeMassOrganizationCoverage {
  @IsIdentifier() massOrganizationId!: string;
  @IsNestedList(() => CoveredUnit, 200) takenIn!: CoveredUnit[];
  @IsIdentifierList(200) letGoUnitIds!: string[];
  @IsDay() changedOn!: Day;
}

/** Days that an officer spent on union work in working hours (工会法 Art. 41, UN-04). */
@Command({
  name: 'organization.mass-organization.record-officer-time',
  summary: { zh: '登记兼职委员工会工作时间', en: 'Record the working time an officer spent on union work' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem'],
})
export class RecordOfficerTime {
  @IsIdentifier() massOrganizationId!: string;
  @IsIdentifier() workerId!: string;
  @IsDay() workedOn!: Day;
}

/** Ends it: with its project or enterprise (同撤, UN-07), or by merging into another one. */
@Command({
  name: 'organization.mass-organization.dissolve',
  summary: { zh: '撤销群团组织', en: 'Dissolve a mass organization' },
  roles: ['administrator', 'leadDepartment'],
  towards: ['HM-03f'],
})
export class DissolveMassOrganization {
  @IsIdentifier() massOrganizationId!: string;
  @IsIn(dissolutionReasons) reason!: DissolutionReason;
  /** The organization it merges into. */
  @IsOptional() @IsIdentifier() mergedIntoId?: string;
  @IsLongText(500) note!: string;
  @IsDay() dissolvedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '已申请建立群团组织', en: 'It was applied for that a mass organization be founded' },
})
export class MassOrganizationApplied {
  @IsIdentifier() massOrganizationId!: string;
  @IsIn(massOrganizationKinds) kind!: MassOrganizationKind;
  @IsIn(massOrganizationForms) form!: MassOrganizationForm;
  @IsShortText(100) name!: string;
  @IsIdentifier() hostUnitId!: string;
  @IsNestedList(() => CoveredUnit, 200, 1) coveredUnits!: CoveredUnit[];
  @IsDay() appliedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '已批复同意建立群团组织', en: 'It was approved that a mass organization be founded' },
})
export class MassOrganizationApproved {
  @IsIdentifier() massOrganizationId!: string;
  @IsShortText(100) approvedBy!: string;
  @IsShortText(100) documentNumber!: string;
  @IsDay() approvedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '群团组织已选举', en: 'The officers of a mass organization were elected' },
})
export class MassOrganizationElected {
  @IsIdentifier() massOrganizationId!: string;
  @IsDay() electedOn!: Day;
  @IsInt() @Min(1) @Max(10) termYears!: number;
  @IsInt() @Min(0) @Max(1_000_000) staffCount!: number;
  @IsNestedList(() => Officer, 50, 1) officers!: Officer[];
  @IsNestedList(() => Evidence, 20) evidence!: Evidence[];
}

/** The elected term runs. The first one makes the organization active. */
@DomainEvent({
  context: 'organization',
  summary: { zh: '群团组织任期已开始', en: 'A term of a mass organization began' },
})
export class MassOrganizationTermBegan {
  @IsIdentifier() massOrganizationId!: string;
  @IsShortText(100) documentNumber!: string;
  @IsDay() confirmedOn!: Day;
  /** The last day of the term, counted from the election. An officer’s labour contract runs at least to it (工会法 Art. 19, UN-04). */
  @IsDay() endsOn!: Day;
  @IsInt() @Min(0) @Max(1_000_000) staffCount!: number;
  @IsNestedList(() => Officer, 50, 1) officers!: Officer[];
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '联合组织覆盖单位已调整', en: 'The units that a joint organization covers were changed' },
})
export class MassOrganizationCoverageChanged {
  @IsIdentifier() massOrganizationId!: string;
  @IsNestedList(() => CoveredUnit, 200) takenIn!: CoveredUnit[];
  @IsIdentifierList(200) letGoUnitIds!: string[];
  @IsDay() changedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '兼职委员工会工作时间已登记', en: 'A day of union work in working time was recorded' },
})
export class OfficerTimeRecorded {
  @IsIdentifier() massOrganizationId!: string;
  @IsIdentifier() workerId!: string;
  @IsDay() workedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '群团组织已撤销', en: 'A mass organization was dissolved' },
})
export class MassOrganizationDissolved {
  @IsIdentifier() massOrganizationId!: string;
  @IsIn(dissolutionReasons) reason!: DissolutionReason;
  @IsOptional() @IsIdentifier() mergedIntoId?: string;
  @IsLongText(500) note!: string;
  @IsDay() dissolvedOn!: Day;
}

/** A trade union became the one of its own that its host has (工会法 Art. 11, UN-01): the seat is taken until it is dissolved. */
@DomainEvent({
  context: 'organization',
  summary: { zh: '单位自建工会的名额已占用', en: 'The seat of a unit’s own trade union was taken' },
})
export class OwnUnionSeatTaken {
  @IsIdentifier() hostUnitId!: string;
  @IsIdentifier() massOrganizationId!: string;
}

export const massOrganizationCommands = {
  ApplyForMassOrganization,
  ApproveMassOrganization,
  RecordMassOrganizationElection,
  ConfirmMassOrganizationElection,
  ChangeMassOrganizationCoverage,
  RecordOfficerTime,
  DissolveMassOrganization,
};
export type MassOrganizationCommand = CommandOf<typeof massOrganizationCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const massOrganizationEvents = {
  MassOrganizationApplied,
  MassOrganizationApproved,
  MassOrganizationElected,
  MassOrganizationTermBegan,
  MassOrganizationCoverageChanged,
  OfficerTimeRecorded,
  MassOrganizationDissolved,
};
export type MassOrganizationEvent = EventOf<typeof massOrganizationEvents>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const ownUnionSeatEvents = { OwnUnionSeatTaken };
export type OwnUnionSeatEvent = EventOf<typeof ownUnionSeatEvents>;
