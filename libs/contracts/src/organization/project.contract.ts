import { type Day, type Fen, IsCreditCode, IsDay, IsFen } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsCount, IsIdentifier, IsLongText, IsNested, IsShortText, IsTextList } from '../fields';

/**
 * Where a project stands, after the national data standard (DS-01; 筹备, 立项, 在建, 停工, 完工). Seen in practice: the standard
 * itself was not read.
 */
export const projectStatuses = ['inPreparation', 'approved', 'underConstruction', 'suspended', 'completed'] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

/** The classes of projects of the national data standard (DS-01), in its order. */
export const projectCategories = [
  'building',
  'municipal',
  'mechanicalAndElectrical',
  'railway',
  'highway',
  'harbourAndWaterway',
  'waterConservancy',
  'power',
  'mining',
  'metallurgy',
  'chemicalAndPetroleum',
  'communications',
  'other',
] as const;
export type ProjectCategory = (typeof projectCategories)[number];

/** What a company does on a project (参建类型), in the order of the newer code set of the national platform (DS-02, DS-15). */
export const participantRoles = [
  'professionalSubcontractor',
  'equipmentSubcontractor',
  'materialSubcontractor',
  'logistics',
  'specialEquipment',
  'labourSubcontractor',
  'supervisionEngineer',
  'projectOwner',
  'generalContractor',
  'survey',
  'design',
  'other',
] as const;
export type ParticipantRole = (typeof participantRoles)[number];

/** The levels of a quality-engineering award. */
export const awardLevels = ['city', 'province', 'nation'] as const;
export type AwardLevel = (typeof awardLevels)[number];

const keepers: Role[] = ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'];

/** A place on the earth in WGS-84, in whole millionths of a degree: a tenth of a metre. North and east are positive. */
export class Wgs84Point {
  @IsInt() @Min(-90_000_000) @Max(90_000_000) latitudeMicrodegrees!: number;
  @IsInt() @Min(-180_000_000) @Max(180_000_000) longitudeMicrodegrees!: number;
}

/** What is known of a project, as the national data standard asks for it (DS-01). */
export class ProjectFacts {
  /** The code under which the national or provincial platform knows the project. */
  @IsShortText(50) projectCode!: string;
  @IsIn(projectCategories) category!: ProjectCategory;
  /** Six digits of the administrative division. */
  @IsString() @Matches(/^[0-9]{6}$/) areaCode!: string;
  @IsCreditCode() contractorCreditCode!: string;
  @IsShortText(100) contractorName!: string;
  /** Numbers of the builder's licences (施工许可证); the standard asks for one, but a project in preparation has none yet. */
  @IsTextList(20, 0, 50) builderLicences!: string[];
  @IsOptional() @IsFen() contractPriceFen?: Fen;
  @IsOptional() @IsCount(1, 1_000_000_000) areaSquareMetres?: number;
  @IsOptional() @IsCount(1, 1_000_000_000) lengthMetres?: number;
  @IsOptional() @IsDay() plannedStartOn?: Day;
  @IsOptional() @IsDay() plannedFinishOn?: Day;
  @IsOptional() @IsNested(() => Wgs84Point) location?: Wgs84Point;
  /** Whom to turn to (联系人). His name and phone are not told here: they stand sealed in his own registration. */
  @IsOptional() @IsIdentifier() contactId?: string;
}

/** Opens the file of a project; its unit must stand in the tree (DS-01). */
@Command({
  name: 'organization.project.register',
  summary: { zh: '登记项目信息', en: 'Register the facts of a project' },
  roles: keepers,
  towards: ['QD-08'],
})
export class RegisterProject {
  @IsIdentifier() unitId!: string;
  @IsNested(() => ProjectFacts) facts!: ProjectFacts;
  @IsIn(projectStatuses) status!: ProjectStatus;
  @IsDay() registeredOn!: Day;
}

/** Puts the facts of a project right, or up to date. All are told again; what stood before stays on record. */
@Command({
  name: 'organization.project.revise',
  summary: { zh: '修订项目信息', en: 'Revise the facts of a project' },
  roles: keepers,
})
export class ReviseProject {
  @IsIdentifier() unitId!: string;
  @IsNested(() => ProjectFacts) facts!: ProjectFacts;
  @IsLongText(500) reason!: string;
  @IsDay() revisedOn!: Day;
}

/** Tells that a project stands differently. Suspension, and leaving completion again, need a reason. */
@Command({
  name: 'organization.project.change-status',
  summary: { zh: '变更项目状态', en: 'Change the status of a project' },
  roles: keepers,
})
export class ChangeProjectStatus {
  @IsIdentifier() unitId!: string;
  @IsIn(projectStatuses) status!: ProjectStatus;
  @IsOptional() @IsLongText(500) reason?: string;
  @IsDay() changedOn!: Day;
}

/** A company takes part in a project, in a role and from a day on (DS-02). */
@Command({
  name: 'organization.project.admit-participant',
  summary: { zh: '参建单位进场', en: 'Admit a company that takes part in a project' },
  roles: keepers,
  towards: ['QD-08'],
})
export class AdmitParticipant {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() participationId!: string;
  @IsCreditCode() creditCode!: string;
  @IsShortText(100) companyName!: string;
  @IsIn(participantRoles) role!: ParticipantRole;
  /** The company's unit in the tree, where it has one. */
  @IsOptional() @IsIdentifier() companyUnitId?: string;
  /** The company's manager on the project. */
  @IsOptional() @IsIdentifier() managerId?: string;
  @IsDay() enteredOn!: Day;
}

/** A company leaves the project; the day is the last one on which it took part (DS-02). */
@Command({
  name: 'organization.project.release-participant',
  summary: { zh: '参建单位退场', en: 'Release a company from a project' },
  roles: keepers,
})
export class ReleaseParticipant {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() participationId!: string;
  @IsDay() leftOn!: Day;
}

/** The project sets out to win a quality-engineering award. */
@Command({
  name: 'organization.project.plan-quality-award',
  summary: { zh: '确定创优目标', en: 'Plan a quality-engineering award' },
  roles: keepers,
})
export class PlanQualityAward {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() awardId!: string;
  @IsShortText(100) award!: string;
  @IsIn(awardLevels) level!: AwardLevel;
  @IsDay() plannedOn!: Day;
}

/** The project no longer sets out to win an award. */
@Command({
  name: 'organization.project.give-up-quality-award',
  summary: { zh: '取消创优目标', en: 'Give up a planned quality-engineering award' },
  roles: keepers,
})
export class GiveUpQualityAward {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() awardId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() givenUpOn!: Day;
}

/** Whoever evaluates projects names one a standardised worksite; the project itself cannot (provision QD-08). */
@Command({
  name: 'organization.project.grant-standardised-worksite',
  summary: { zh: '认定标化工地', en: 'Grant the status of a standardised worksite' },
  roles: ['administrator', 'leadingGroupOffice', 'leadDepartment', 'platform'],
  provisions: ['QD-08'],
})
export class GrantStandardisedWorksite {
  @IsIdentifier() unitId!: string;
  /** The evaluation that found the site up to the standard. */
  @IsIdentifier() evaluationId!: string;
  @IsDay() grantedOn!: Day;
}

/** An evaluation takes the status away again (provision QD-08). */
@Command({
  name: 'organization.project.withdraw-standardised-worksite',
  summary: { zh: '撤销标化工地', en: 'Withdraw the status of a standardised worksite' },
  roles: ['administrator', 'leadingGroupOffice', 'leadDepartment', 'platform'],
  provisions: ['QD-08'],
})
export class WithdrawStandardisedWorksite {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() evaluationId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() withdrawnOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '项目信息已登记', en: 'A project was registered' } })
export class ProjectRegistered {
  @IsIdentifier() unitId!: string;
  @IsNested(() => ProjectFacts) facts!: ProjectFacts;
  @IsIn(projectStatuses) status!: ProjectStatus;
  @IsDay() registeredOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '项目信息已修订', en: 'The facts of a project were revised' } })
export class ProjectRevised {
  @IsIdentifier() unitId!: string;
  @IsNested(() => ProjectFacts) facts!: ProjectFacts;
  @IsLongText(500) reason!: string;
  @IsDay() revisedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '项目状态已变更', en: 'The status of a project changed' } })
export class ProjectStatusChanged {
  @IsIdentifier() unitId!: string;
  @IsIn(projectStatuses) from!: ProjectStatus;
  @IsIn(projectStatuses) to!: ProjectStatus;
  @IsOptional() @IsLongText(500) reason?: string;
  @IsDay() changedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '参建单位已进场', en: 'A company took part in a project' } })
export class ParticipantAdmitted {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() participationId!: string;
  @IsCreditCode() creditCode!: string;
  @IsShortText(100) companyName!: string;
  @IsIn(participantRoles) role!: ParticipantRole;
  @IsOptional() @IsIdentifier() companyUnitId?: string;
  @IsOptional() @IsIdentifier() managerId?: string;
  @IsDay() enteredOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '参建单位已退场', en: 'A company left a project' } })
export class ParticipantReleased {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() participationId!: string;
  @IsDay() leftOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '创优目标已确定', en: 'A quality award was planned' } })
export class QualityAwardPlanned {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() awardId!: string;
  @IsShortText(100) award!: string;
  @IsIn(awardLevels) level!: AwardLevel;
  @IsDay() plannedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '创优目标已取消', en: 'A planned quality award was given up' } })
export class QualityAwardGivenUp {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() awardId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() givenUpOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '标化工地已认定', en: 'A standardised worksite was granted' } })
export class StandardisedWorksiteGranted {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() evaluationId!: string;
  @IsDay() grantedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '标化工地已撤销', en: 'A standardised worksite was withdrawn' },
})
export class StandardisedWorksiteWithdrawn {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() evaluationId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() withdrawnOn!: Day;
}

export const projectCommands = {
  RegisterProject,
  ReviseProject,
  ChangeProjectStatus,
  AdmitParticipant,
  ReleaseParticipant,
  PlanQualityAward,
  GiveUpQualityAward,
  GrantStandardisedWorksite,
  WithdrawStandardisedWorksite,
};
export type ProjectCommand = CommandOf<typeof projectCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const projectEvents = {
  ProjectRegistered,
  ProjectRevised,
  ProjectStatusChanged,
  ParticipantAdmitted,
  ParticipantReleased,
  QualityAwardPlanned,
  QualityAwardGivenUp,
  StandardisedWorksiteGranted,
  StandardisedWorksiteWithdrawn,
};
export type ProjectEvent = EventOf<typeof projectEvents>;
