import { type Day, IsDay, IsText } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import { type BranchLifeKind, branchLifeKinds, type Lecturer } from './branch-life.contract';
import type { AttachmentKind } from './floating-member.contract';
import { type EmployerType, employerTypes } from './founding-duty.contract';
import type { LearningPlaceKind } from './learning-place.contract';
import {
  type AdmissionGroup,
  type AdmissionPaper,
  type AdmissionStage,
  admissionStages,
  type Distinction,
} from './party-admission.contract';
import {
  type FoundingWay,
  foundingWays,
  type PartyOrganizationKind,
  partyOrganizationKinds,
  type PartyOrganizationSetting,
  type SecretaryMode,
} from './party-organization.contract';
import { partyFigureReaders, partyFileReaders } from './party-roles';
import type { MemberPost, MembershipOrigin, TransferWay } from './party-membership.contract';
import type { UnitKind } from './unit.contract';
import { type VanguardKind, vanguardKinds } from './vanguard.contract';

/** What every list of Party affairs is asked for: the top unit, and the page. */
class PartyList {
  /** Answered is what belongs to this unit or to one below it. */
  @IsIdentifier() organization!: string;
  @IsOptional() @IsText(200) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

/** Party organizations that belong to a unit or one below it, or cover one; paged, in the order of their ids. */
@Query({
  name: 'organization.party-organizations',
  summary: { zh: '党组织台账', en: 'Party organizations' },
  roles: partyFigureReaders,
  provisions: ['WZ-14a'],
  towards: ['WZ-10a'],
})
export class PartyOrganizations extends PartyList {
  @IsOptional() @IsIn(partyOrganizationKinds) kind?: PartyOrganizationKind;
  @IsOptional() @IsIn(foundingWays) founding?: FoundingWay;
  /** Left out, both. */
  @IsOptional() @IsIn(['true', 'false']) dissolved?: 'true' | 'false';
}

/** A Party organization as it stands. It names nobody. */
export interface PartyOrganizationRow {
  partyOrganizationId: string;
  name: string;
  kind: PartyOrganizationKind;
  founding: FoundingWay;
  setting: PartyOrganizationSetting;
  unitId: string;
  coveredUnitIds: string[];
  superiorId: string | null;
  fullMembers: number;
  probationaryMembers: number;
  /** Members who are industrial workers, once reported (CC-02d). */
  workerMembers: number | null;
  partyGroups: number;
  committee: boolean;
  /** Null when nobody is secretary. */
  secretaryMode: SecretaryMode | null;
  secretarySince: string | null;
  /** Since the last election. */
  officersSince: string | null;
  termEndsOn: string | null;
  foundedOn: string;
  dissolvedOn: string | null;
}

export interface PartyOrganizationsAnswer {
  organizations: PartyOrganizationRow[];
  nextCursor: string | null;
  position: number;
}

/** Units that have the duty to found on a day, how many are covered, and those that are not; the list is paged by unit. */
@Query({
  name: 'organization.party-coverage',
  summary: { zh: '党组织覆盖情况', en: 'Coverage by Party organizations' },
  roles: partyFigureReaders,
  provisions: ['HM-02a', 'WZ-04a'],
  towards: ['CC-02a', 'WZ-10e'],
})
export class PartyCoverage extends PartyList {
  @IsDay() asOfDay!: Day;
  @IsOptional() @IsIn(employerTypes) employer?: EmployerType;
}

/** A unit with a duty that no organization covers (应建未建). */
export interface UncoveredUnit {
  unitId: string;
  employer: EmployerType;
  fullMembers: number;
  /** The document that the parameters of the place rest on. */
  basis: string;
  reason: string | null;
  foundingPlannedOn: string | null;
  /** The day planned has passed. */
  planMissed: boolean;
  instructorAssigned: boolean;
}

export interface PartyCoverageAnswer {
  unitsWithDuty: number;
  unitsCovered: number;
  /** Covered over all with a duty, in basis points; null when none has a duty. */
  coverageBasisPoints: number | null;
  uncovered: UncoveredUnit[];
  nextCursor: string | null;
  position: number;
}

/** What is late or will soon be, in Party affairs, on a day. */
export const partyAlertKinds = [
  'foundingDutyUnmet',
  'secretaryMissing',
  'secretaryInNeitherMode',
  'committeeDue',
  'termEnding',
  'tooFewFullMembers',
  'tooManyMembers',
  'tooManyUnits',
  'rhythmMissed',
  'secretaryLectureMissed',
  'nothingRecorded',
  'studySessionMissed',
  'trainingHoursShort',
  'pairingIdle',
  'admissionTimeLimit',
  'papersMissing',
  'duesUnpaid',
  'floatingMemberUnattached',
  'transferLetterRunsOut',
] as const;
export type PartyAlertKind = (typeof partyAlertKinds)[number];

/**
 * The alerts of a day, from the registers as they stand; paged. A page looks at as many subjects as its limit says and tells of
 * those that need attention, so that it may hold fewer alerts, none, or several of one subject.
 */
@Query({
  name: 'organization.party-alerts',
  summary: { zh: '党建预警', en: 'Alerts of Party affairs' },
  roles: partyFileReaders,
  provisions: ['HM-02g', 'WZ-14b', 'WZ-14c', 'WZ-15d', 'WZ-19b'],
  towards: ['HM-02a', 'HM-02f', 'WZ-04a', 'QD-09'],
})
export class PartyAlerts extends PartyList {
  @IsDay() asOfDay!: Day;
  @IsOptional() @IsIn(partyAlertKinds) kind?: PartyAlertKind;
}

export interface PartyAlertRow {
  kind: PartyAlertKind;
  /** `warning`: a rule of the kind «generally», or a limit that comes near. */
  level: 'warning' | 'overdue';
  /** The id of what it is about: an organization, a unit, an admission, a pairing, a floating member or a member's dues. */
  subjectId: string;
  unitId: string;
  /** The rule or provision that it comes from, as field rules name it. */
  rule: string;
  /** The limit, the kind of meeting, or what else tells alerts of one kind apart. */
  what: string | null;
  /** The period that was missed. */
  period: string | null;
  dueOn: string | null;
}

export interface PartyAlertsAnswer {
  alerts: PartyAlertRow[];
  nextCursor: string | null;
  position: number;
}

/** The ledger of branch life, in the order of days; paged. Withdrawn entries are shown as such. */
@Query({
  name: 'organization.branch-life',
  summary: { zh: '组织生活台账', en: 'The ledger of branch life' },
  roles: partyFigureReaders,
  provisions: ['QD-11'],
  towards: ['HM-02f', 'HM-02g', 'WZ-10a', 'WZ-19b'],
})
export class BranchLife extends PartyList {
  @IsOptional() @IsIdentifier() partyOrganization?: string;
  @IsOptional() @IsIn(branchLifeKinds) kind?: BranchLifeKind;
  /** `true`: only what crews took part in (QD-11). */
  @IsOptional() @IsIn(['true', 'false']) withCrews?: 'true' | 'false';
  /** Only what this crew took part in (JX-03). */
  @IsOptional() @IsIdentifier() crew?: string;
  @IsOptional() @IsDay() from?: Day;
  @IsOptional() @IsDay() to?: Day;
}

export interface BranchLifeRow {
  recordId: string;
  partyOrganizationId: string;
  unitId: string;
  kind: BranchLifeKind;
  heldOn: string;
  subject: string;
  present: number;
  crewIds: string[];
  crewTaskId: string | null;
  lecturer: Lecturer | null;
  /** Shown to the Party affairs office only; null for other readers. */
  lecturerId: string | null;
  ratingPercent: number | null;
  classHours: number | null;
  corrections: number;
  withdrawn: boolean;
}

export interface BranchLifeAnswer {
  records: BranchLifeRow[];
  nextCursor: string | null;
  position: number;
}

/** The register of admissions, paged in the order of their ids. It shows identifiers, and no person's data. */
@Query({
  name: 'organization.party-admissions',
  summary: { zh: '发展党员台账', en: 'Register of Party admissions' },
  roles: partyFileReaders,
  towards: ['HM-02b'],
})
export class PartyAdmissions extends PartyList {
  @IsOptional() @IsIn(admissionStages) stage?: AdmissionStage;
}

/** A time limit that runs, named by the step that is due. */
export interface AdmissionLimit {
  step: 'talk' | 'review' | 'branchMeeting' | 'approval' | 'oath' | 'conversion' | 'conversionApproval';
  dueOn: string;
  rule: string;
}

export interface PartyAdmissionRow {
  admissionId: string;
  applicantId: string;
  partyOrganizationId: string;
  unitId: string;
  stage: AdmissionStage;
  stageSince: string;
  groups: AdmissionGroup[];
  limits: AdmissionLimit[];
  probationEndsOn: string | null;
  standingFrom: string | null;
  /** What a full member's file still lacks; empty before. */
  papersMissing: AdmissionPaper[];
}

export interface PartyAdmissionsAnswer {
  admissions: PartyAdmissionRow[];
  nextCursor: string | null;
  position: number;
}

/** Admissions of a year in counts: by group, employer and distinction, and how many persons stand at each stage now. */
@Query({
  name: 'organization.party-admission-counts',
  summary: { zh: '发展党员统计', en: 'Counts of Party admissions' },
  roles: partyFigureReaders,
  provisions: ['CC-02b', 'HM-02b', 'HM-02c'],
  towards: ['CC-02c', 'HM-02d'],
})
export class PartyAdmissionCounts {
  @IsIdentifier() organization!: string;
  @NumberFromText() @IsInt() @Min(1950) @Max(2199) year!: number;
}

/** The share of industrial workers among a year's admissions that CC-02b asks for as a rule (千分之五). */
export const industrialWorkerFloorPerMille = 5;

export interface PartyAdmissionCountsAnswer {
  admitted: number;
  byGroup: Record<AdmissionGroup, number>;
  byEmployer: Record<EmployerType, number>;
  /** A person with several distinctions counts for each. */
  byDistinction: Record<Distinction, number>;
  /** How many held an honour that was given to them, and not taken back, by the day of their admission (HM-02d, CC-02c). */
  holdingHonour: number;
  /** Industrial workers per thousand admitted, rounded down; null when nobody was admitted. */
  industrialWorkersPerMille: number | null;
  /** A shortfall warns, it forbids nothing: the document says «as a rule». */
  belowFloor: boolean;
  byStage: Record<AdmissionStage, number>;
  position: number;
}

export const floatingMemberStages = ['declared', 'attached', 'left'] as const;
export type FloatingMemberStage = (typeof floatingMemberStages)[number];

/** The register of floating members, paged in the order of their ids. */
@Query({
  name: 'organization.floating-members',
  summary: { zh: '流动党员台账', en: 'Register of floating members' },
  roles: partyFileReaders,
  towards: ['QD-09'],
})
export class FloatingMembers extends PartyList {
  @IsOptional() @IsIn(floatingMemberStages) stage?: FloatingMemberStage;
}

export interface FloatingMemberRow {
  floatingMemberId: string;
  memberId: string;
  unitId: string;
  homeOrganization: string;
  awaySince: string;
  declaredOn: string;
  stage: FloatingMemberStage;
  partyOrganizationId: string | null;
  attachment: AttachmentKind | null;
  requestedOn: string | null;
  attachedOn: string | null;
  leftOn: string | null;
}

export interface FloatingMembersAnswer {
  members: FloatingMemberRow[];
  nextCursor: string | null;
  position: number;
}

/** Floating members in counts, unit by unit: known, attached, not yet attached; paged by unit. */
@Query({
  name: 'organization.floating-member-counts',
  summary: { zh: '流动党员统计', en: 'Counts of floating members' },
  roles: partyFigureReaders,
  provisions: ['QD-09'],
})
export class FloatingMemberCounts extends PartyList {}

export interface FloatingMemberCountsAnswer {
  units: { unitId: string; known: number; attached: number; notYetAttached: number }[];
  nextCursor: string | null;
  position: number;
}

/** Model posts, task forces and responsibility areas; paged in the order of their ids. */
@Query({
  name: 'organization.vanguards',
  summary: { zh: '示范岗、突击队和责任区台账', en: 'Model posts, task forces and responsibility areas' },
  roles: partyFigureReaders,
  provisions: ['JX-49c', 'WZ-16c'],
  towards: ['CC-01b'],
})
export class Vanguards extends PartyList {
  @IsOptional() @IsIn(vanguardKinds) kind?: VanguardKind;
}

export interface VanguardRow {
  vanguardId: string;
  kind: VanguardKind;
  partyOrganizationId: string;
  unitId: string;
  place: string;
  task: string;
  members: number;
  workerMembers: number;
  tasksCompleted: number;
  /** Accidents in its area since it was set up; null before anything was reported (JX-49c). */
  accidents: number | null;
  setUpOn: string;
  plannedUntil: string | null;
  closedOn: string | null;
}

export interface VanguardsAnswer {
  vanguards: VanguardRow[];
  nextCursor: string | null;
  position: number;
}

/** Pairings with their joint activities in counts; paged in the order of their ids. */
@Query({
  name: 'organization.party-pairings',
  summary: { zh: '结对共建台账', en: 'Pairings of Party organizations' },
  roles: partyFigureReaders,
  towards: ['WZ-14b'],
})
export class PartyPairings extends PartyList {}

export interface PartyPairingRow {
  pairingId: string;
  partyOrganizationId: string;
  unitId: string;
  partnerIds: string[];
  agreement: string;
  from: string;
  until: string;
  activities: number;
  lastActivityOn: string | null;
  endedOn: string | null;
}

export interface PartyPairingsAnswer {
  pairings: PartyPairingRow[];
  nextCursor: string | null;
  position: number;
}

/** Learning places with their last check; paged in the order of their ids. */
@Query({
  name: 'organization.learning-places',
  summary: { zh: '学习阵地台账', en: 'Learning places' },
  roles: partyFigureReaders,
  provisions: ['WZ-15a'],
})
export class LearningPlaces extends PartyList {}

export interface LearningPlaceRow {
  learningPlaceId: string;
  unitId: string;
  kind: LearningPlaceKind;
  place: string;
  areaSquareMetres: number;
  equipment: string;
  signposted: boolean;
  openingHours: string;
  openedOn: string;
  /** The standard of the last check, and whether it was met. */
  standard: string | null;
  standardMet: boolean | null;
  checkedOn: string | null;
  closedOn: string | null;
}

export interface LearningPlacesAnswer {
  places: LearningPlaceRow[];
  nextCursor: string | null;
  position: number;
}

export const membershipStandings = ['member', 'transferringOut', 'transferredOut', 'ended'] as const;
export type MembershipStanding = (typeof membershipStandings)[number];

/** The memberships that branches keep, with the dues of each as they stand on a day; paged in the order of members. */
@Query({
  name: 'organization.party-memberships',
  summary: { zh: '党员组织关系台账', en: 'Register of Party memberships' },
  roles: partyFileReaders,
  provisions: ['HM-02f'],
  towards: ['JX-30'],
})
export class PartyMemberships extends PartyList {
  @IsDay() asOfDay!: Day;
  @IsOptional() @IsIdentifier() partyOrganization?: string;
  @IsOptional() @IsIn(membershipStandings) standing?: MembershipStanding;
}

/** How the dues of a member stand: nothing assessed, all months before the day settled, or some not. */
export type DuesStanding = 'notAssessed' | 'settled' | 'unpaid';

export interface PartyMembershipRow {
  memberId: string;
  partyOrganizationId: string;
  unitId: string;
  industrialWorker: boolean;
  origin: MembershipOrigin;
  fromOrganization: string | null;
  registeredOn: string;
  standing: MembershipStanding;
  toOrganization: string | null;
  transferWay: TransferWay | null;
  transferIssuedOn: string | null;
  /** Since when he is no longer a member here. */
  leftOn: string | null;
  posts: { postId: string; post: MemberPost; unitId: string; fromDay: string; lastDay: string | null }[];
  /** Items of the six inclusions that are settled for him (JX-30). */
  inclusionsSettled: string[];
  dues: DuesStanding;
  /** The first month before the day that is neither paid nor excused. */
  unpaidSince: string | null;
}

export interface PartyMembershipsAnswer {
  memberships: PartyMembershipRow[];
  nextCursor: string | null;
  position: number;
}

/** The studios of the Torch action and what they did in a year; paged in the order of their ids. It names no member. */
@Query({
  name: 'organization.torch-studios',
  summary: { zh: '劳模工作室“火炬”行动台账', en: 'Studios of the Torch action' },
  roles: partyFigureReaders,
  provisions: ['HM-02h'],
})
export class TorchStudios extends PartyList {
  @NumberFromText() @IsInt() @Min(1950) @Max(2199) year!: number;
}

export interface TorchStudioRow {
  studioId: string;
  name: string;
  unitId: string;
  partyOrganizationId: string;
  joinedOn: string;
  leftOn: string | null;
  /** Of the year: tasks that its members took on, results, and apprentices that they helped. */
  tasks: number;
  results: number;
  apprenticesHelped: number;
}

export interface TorchStudiosAnswer {
  studios: TorchStudioRow[];
  nextCursor: string | null;
  position: number;
}

/** What Party work is to reach: projects, crews, and the partner teams of labour subcontractors (CC-02a). */
export const workplaceKinds = ['project', 'crew', 'labourSubcontractor'] as const satisfies readonly UnitKind[];
export type WorkplaceKind = (typeof workplaceKinds)[number];

/**
 * How many workplaces a Party organization covers, or an instructor where none does, on a day; a crew or team through its project
 * too. Those that are not reached are listed with the day planned, paged by unit.
 */
@Query({
  name: 'organization.party-work-coverage',
  summary: { zh: '党的组织和党的工作覆盖情况', en: 'Coverage of workplaces by Party work' },
  roles: partyFigureReaders,
  provisions: ['CC-02a'],
})
export class PartyWorkCoverage extends PartyList {
  @IsDay() asOfDay!: Day;
  @IsOptional() @IsIn(workplaceKinds) kind?: WorkplaceKind;
}

/** A workplace that Party work does not reach. */
export interface UnreachedWorkplace {
  unitId: string;
  kind: WorkplaceKind;
  reason: string | null;
  coverPlannedOn: string | null;
  planMissed: boolean;
}

export interface PartyWorkCoverageAnswer {
  /** By kind: all workplaces, those that an organization covers, and of the others those that an instructor sees to. */
  workplaces: Record<WorkplaceKind, { all: number; covered: number; instructed: number }>;
  unreached: UnreachedWorkplace[];
  nextCursor: string | null;
  position: number;
}
