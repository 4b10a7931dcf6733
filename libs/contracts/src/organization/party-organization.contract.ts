import { type Day, IsDay } from '@gongyou/domain';
import { ArrayMinSize, IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsIdentifierList, IsLongText, IsNestedList, IsShortText } from '../fields';
import { partyReporters } from './party-roles';

/** 党支部, 党总支, 基层党委, 党组 (a leading Party members' group may not approve members: PD-15). */
export const partyOrganizationKinds = ['branch', 'generalBranch', 'committee', 'leadingPartyMembersGroup'] as const;
export type PartyOrganizationKind = (typeof partyOrganizationKinds)[number];

/** 单独组建, 企业直派, 片区联合, 各方联建, 临时 (WZ-14a). */
export const foundingWays = ['independent', 'dispatched', 'areaJoint', 'multiPartyJoint', 'temporary'] as const;
export type FoundingWay = (typeof foundingWays)[number];

/** Where an organization stands; the rules of terms and of approval ask for it (PO-02, PD-15, PD-27). */
export const partyOrganizationSettings = [
  'workUnit',
  /** Under a township or street committee. */
  'townshipOrStreet',
  'villageOrCommunity',
  /** An organization of floating members (流动党员党组织). */
  'floatingMembers',
] as const;
export type PartyOrganizationSetting = (typeof partyOrganizationSettings)[number];

/** How a secretary is found: project manager and secretary in one person (一肩挑), a cadre sent for it, or neither (WZ-14c). */
export const secretaryModes = ['concurrentPost', 'dispatchedCadre', 'neither'] as const;
export type SecretaryMode = (typeof secretaryModes)[number];

export const partyPosts = ['secretary', 'deputySecretary', 'organization', 'publicity', 'discipline', 'other'] as const;
export type PartyPost = (typeof partyPosts)[number];

/** A member in a post. `memberId` is a worker's `workerId`, or an identifier chosen for a cadre who is no worker. */
export class PartyOfficer {
  @IsIdentifier() memberId!: string;
  @IsIn(partyPosts) post!: PartyPost;
}

const MOST_UNITS = 200;
const MOST_MEMBERS = 100_000;

/** Founds a Party organization for the units that it covers (provisions WZ-14a, HM-02a; PO-01, 支部工作条例). */
@Command({
  name: 'organization.party-organization.found',
  summary: { zh: '组建党组织', en: 'Found a Party organization' },
  roles: partyReporters,
  towards: ['HM-02a', 'WZ-10a', 'WZ-14a', 'CC-02a'],
})
export class FoundPartyOrganization {
  @IsIdentifier() partyOrganizationId!: string;
  @IsShortText(100) name!: string;
  @IsIn(partyOrganizationKinds) kind!: PartyOrganizationKind;
  @IsIn(foundingWays) founding!: FoundingWay;
  @IsIn(partyOrganizationSettings) setting!: PartyOrganizationSetting;
  /** The unit that it belongs to: its Party affairs office acts for it. */
  @IsIdentifier() unitId!: string;
  /** The units whose members and workers it is for. */
  @IsIdentifierList(MOST_UNITS) @ArrayMinSize(1) coveredUnitIds!: string[];
  /** The Party organization above it; none for one whose superior is not on this platform. */
  @IsOptional() @IsIdentifier() superiorId?: string;
  @IsInt() @Min(0) @Max(MOST_MEMBERS) fullMembers!: number;
  @IsInt() @Min(0) @Max(MOST_MEMBERS) probationaryMembers!: number;
  /** For an organization of floating members: whether it meets the conditions to develop members (PD-27). */
  @IsOptional() @IsBoolean() conditionsMet?: boolean;
  /** For a temporary organization: the provision by which it may admit or approve all the same (PD-15). */
  @IsOptional() @IsShortText(200) otherProvision?: string;
  @IsDay() foundedOn!: Day;
}

/** Officers are elected for a term: a committee from 7 full members on, else a secretary and at most one deputy (PO-02). */
@Command({
  name: 'organization.party-organization.elect-officers',
  summary: { zh: '选举党组织班子', en: 'Elect the officers of a Party organization' },
  roles: partyReporters,
  towards: ['WZ-14c'],
})
export class ElectPartyOfficers {
  @IsIdentifier() partyOrganizationId!: string;
  @IsNestedList(() => PartyOfficer, 50, 1) officers!: PartyOfficer[];
  @IsIn(secretaryModes) secretaryMode!: SecretaryMode;
  @IsDay() electedOn!: Day;
  /** When left out, the term of the rule: 3 years, in a village or community 5 (PO-02). */
  @IsOptional() @IsInt() @Min(1) @Max(5) termYears?: number;
}

/** Another secretary takes over within the term (provision WZ-14c). */
@Command({
  name: 'organization.party-organization.appoint-secretary',
  summary: { zh: '任命党组织书记', en: 'Appoint the secretary of a Party organization' },
  roles: partyReporters,
  towards: ['WZ-14c', 'HM-02e'],
})
export class AppointPartySecretary {
  @IsIdentifier() partyOrganizationId!: string;
  @IsIdentifier() memberId!: string;
  @IsIn(secretaryModes) mode!: SecretaryMode;
  @IsDay() appointedOn!: Day;
}

/** The secretary leaves, and nobody follows yet (provision WZ-14c). */
@Command({
  name: 'organization.party-organization.relieve-secretary',
  summary: { zh: '免去党组织书记', en: 'Relieve the secretary of a Party organization' },
  roles: partyReporters,
  towards: ['WZ-14c'],
})
export class RelievePartySecretary {
  @IsIdentifier() partyOrganizationId!: string;
  @IsDay() relievedOn!: Day;
}

/** Tells how many members an organization has; counts only (provision CC-02d). */
@Command({
  name: 'organization.party-organization.report-members',
  summary: { zh: '报告党员人数', en: 'Report the number of members' },
  roles: partyReporters,
  towards: ['CC-02d', 'CC-00d'],
})
export class ReportPartyMembers {
  @IsIdentifier() partyOrganizationId!: string;
  @IsInt() @Min(0) @Max(MOST_MEMBERS) fullMembers!: number;
  @IsInt() @Min(0) @Max(MOST_MEMBERS) probationaryMembers!: number;
  /** Members, full or probationary, who are industrial workers. */
  @IsInt() @Min(0) @Max(MOST_MEMBERS) workerMembers!: number;
  /** Party groups (党小组) in it. */
  @IsInt() @Min(0) @Max(1_000) partyGroups!: number;
  @IsDay() countedOn!: Day;
}

/** Other units come to be covered by an organization (provision WZ-14a). */
@Command({
  name: 'organization.party-organization.change-coverage',
  summary: { zh: '调整党组织覆盖单位', en: 'Change the units that a Party organization covers' },
  roles: partyReporters,
  towards: ['WZ-14a'],
})
export class ChangePartyCoverage {
  @IsIdentifier() partyOrganizationId!: string;
  @IsIdentifierList(MOST_UNITS) @ArrayMinSize(1) coveredUnitIds!: string[];
  @IsDay() changedOn!: Day;
}

/** Ends an organization, as with the project that a temporary branch was for (provision WZ-14a). */
@Command({
  name: 'organization.party-organization.dissolve',
  summary: { zh: '撤销党组织', en: 'Dissolve a Party organization' },
  roles: partyReporters,
  towards: ['WZ-14a'],
})
export class DissolvePartyOrganization {
  @IsIdentifier() partyOrganizationId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() dissolvedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '党组织已组建', en: 'A Party organization was founded' },
  towards: ['HM-02a', 'WZ-14a'],
})
export class PartyOrganizationFounded {
  @IsIdentifier() partyOrganizationId!: string;
  @IsShortText(100) name!: string;
  @IsIn(partyOrganizationKinds) kind!: PartyOrganizationKind;
  @IsIn(foundingWays) founding!: FoundingWay;
  @IsIn(partyOrganizationSettings) setting!: PartyOrganizationSetting;
  @IsIdentifier() unitId!: string;
  @IsIdentifierList(MOST_UNITS) coveredUnitIds!: string[];
  @IsOptional() @IsIdentifier() superiorId?: string;
  @IsInt() @Min(0) @Max(MOST_MEMBERS) fullMembers!: number;
  @IsInt() @Min(0) @Max(MOST_MEMBERS) probationaryMembers!: number;
  @IsOptional() @IsBoolean() conditionsMet?: boolean;
  @IsOptional() @IsShortText(200) otherProvision?: string;
  @IsDay() foundedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '党组织班子已选举', en: 'The officers of a Party organization were elected' },
  towards: ['WZ-14c'],
})
export class PartyOfficersElected {
  @IsIdentifier() partyOrganizationId!: string;
  @IsNestedList(() => PartyOfficer, 50, 1) officers!: PartyOfficer[];
  @IsIn(secretaryModes) secretaryMode!: SecretaryMode;
  /** Whether they form a committee, which then meets monthly (PO-04). */
  @IsBoolean() committee!: boolean;
  @IsDay() electedOn!: Day;
  @IsDay() termEndsOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '党组织书记已任命', en: 'A Party secretary was appointed' } })
export class PartySecretaryAppointed {
  @IsIdentifier() partyOrganizationId!: string;
  @IsIdentifier() memberId!: string;
  @IsIn(secretaryModes) mode!: SecretaryMode;
  @IsDay() appointedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '党组织书记已免职', en: 'A Party secretary was relieved' } })
export class PartySecretaryRelieved {
  @IsIdentifier() partyOrganizationId!: string;
  @IsIdentifier() memberId!: string;
  @IsDay() relievedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '党员人数已报告', en: 'The number of members was reported' } })
export class PartyMembersReported {
  @IsIdentifier() partyOrganizationId!: string;
  @IsInt() @Min(0) @Max(MOST_MEMBERS) fullMembers!: number;
  @IsInt() @Min(0) @Max(MOST_MEMBERS) probationaryMembers!: number;
  @IsInt() @Min(0) @Max(MOST_MEMBERS) workerMembers!: number;
  @IsInt() @Min(0) @Max(1_000) partyGroups!: number;
  @IsDay() countedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '党组织覆盖单位已调整', en: 'Party coverage was changed' } })
export class PartyCoverageChanged {
  @IsIdentifier() partyOrganizationId!: string;
  @IsIdentifierList(MOST_UNITS) coveredUnitIds!: string[];
  @IsDay() changedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '党组织已撤销', en: 'A Party organization was dissolved' } })
export class PartyOrganizationDissolved {
  @IsIdentifier() partyOrganizationId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() dissolvedOn!: Day;
}

export const partyOrganizationCommands = {
  FoundPartyOrganization,
  ElectPartyOfficers,
  AppointPartySecretary,
  RelievePartySecretary,
  ReportPartyMembers,
  ChangePartyCoverage,
  DissolvePartyOrganization,
};
export type PartyOrganizationCommand = CommandOf<typeof partyOrganizationCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const partyOrganizationEvents = {
  PartyOrganizationFounded,
  PartyOfficersElected,
  PartySecretaryAppointed,
  PartySecretaryRelieved,
  PartyMembersReported,
  PartyCoverageChanged,
  PartyOrganizationDissolved,
};
export type PartyOrganizationEvent = EventOf<typeof partyOrganizationEvents>;
