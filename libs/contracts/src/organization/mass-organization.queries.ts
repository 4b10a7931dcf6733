import { type Day, IsDay, IsText } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import {
  type CongressKind,
  congressKinds,
  type CongressLevel,
  type CongressMatter,
  congressMatters,
} from './congress.contract';
import { type EnterpriseOwnership, enterpriseOwnerships } from './employer.contract';
import {
  type BranchPost,
  type MassOrganizationForm,
  massOrganizationForms,
  type MassOrganizationKind,
  massOrganizationKinds,
  type Officer,
} from './mass-organization.contract';
import { type PostingGrade, type PostingMode, postingModes } from './mass-organization-posting.contract';
import type { EmploymentForm, ToldEmploymentForm } from './union-membership.contract';
import type { Figure } from '../reporting/leading-group-report';
import { registerReaders } from './register-readers';

/** Where a mass organization stands (HM-03e). */
export const massOrganizationStages = ['applied', 'approved', 'elected', 'active', 'dissolved'] as const;
export type MassOrganizationStage = (typeof massOrganizationStages)[number];

/** Trade unions, Youth Leagues and women's federations hosted at or below a unit, in the order of their ids; paged. */
@Query({
  name: 'organization.mass-organizations',
  summary: { zh: '群团组织台账', en: 'Mass organizations at or below a unit' },
  roles: registerReaders,
  towards: ['HM-03b', 'HM-03d', 'HM-03e'],
})
export class MassOrganizationList {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(massOrganizationKinds) kind?: MassOrganizationKind;
  @IsOptional() @IsIn(massOrganizationForms) form?: MassOrganizationForm;
  @IsOptional() @IsIn(massOrganizationStages) stage?: MassOrganizationStage;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface MassOrganizationRow {
  massOrganizationId: string;
  kind: MassOrganizationKind;
  form: MassOrganizationForm;
  name: string;
  hostUnitId: string;
  coveredUnitIds: string[];
  stage: MassOrganizationStage;
  appliedOn: string;
  activeSince: string | null;
  termEndsOn: string | null;
  officers: Officer[];
  /** The post that the chair holds in the Party branch as well (HM-03d); none before the first term. */
  chairBranchPost: BranchPost | null;
  dissolvedOn: string | null;
}

export interface MassOrganizationListAnswer {
  massOrganizations: MassOrganizationRow[];
  nextCursor: string | null;
  position: number;
}

/**
 * How many of the enterprises at or below a unit, all or those of one ownership, have a mass organization of a kind on a day, and which
 * have none (HM-03e); these are paged. Private enterprises and trade unions are the coverage of HM-03f, state-owned ones and each kind
 * that of HM-03b.
 */
@Query({
  name: 'organization.enterprise-coverage',
  summary: { zh: '企业群团组织覆盖率', en: 'Coverage of enterprises by mass organizations' },
  roles: registerReaders,
  provisions: ['HM-03b', 'HM-03d', 'HM-03e', 'HM-03f'],
})
export class EnterpriseCoverage {
  @IsIdentifier() organization!: string;
  @IsIn(massOrganizationKinds) kind!: MassOrganizationKind;
  /** Without it every enterprise, also one whose owner was never told. */
  @IsOptional() @IsIn(enterpriseOwnerships) ownership?: EnterpriseOwnership;
  @IsDay() asOfDay!: Day;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface CoverageFigure {
  /** Enterprises of the ownership that are open on the day. */
  enterprises: number;
  covered: number;
  /** Hundredths of a percent, rounded down; none where there is no enterprise. */
  basisPoints: number | null;
  /** Whether the target is reached; none where there is no enterprise, or no target. */
  met: boolean | null;
}

export interface EnterpriseCoverageAnswer extends CoverageFigure {
  /** What is to be reached; none where no provision names it. */
  targetBasisPoints: number | null;
  /** The same by the unit that the enterprises stand directly below, such as the district. */
  byDistrict: (CoverageFigure & { districtUnitId: string | null })[];
  /** The chairs of those that are there on the day, and how many of them are secretary of the Party branch, or deputy, as well (HM-03d). */
  chairs: { chairs: number; branchSecretaries: number; basisPoints: number | null };
  uncovered: { unitId: string; name: string; districtUnitId: string | null }[];
  nextCursor: string | null;
  position: number;
}

/**
 * How many workers at or below a unit are union members, by form of employment; how many of those on site, as figures that open to their
 * events; and the groups, one form in one unit, in which not everybody is a member, in the order of unit and form; paged (HM-03g, CC-12b).
 */
@Query({
  name: 'organization.union-members',
  summary: { zh: '工会会员分用工形式统计', en: 'Union members by form of employment' },
  roles: registerReaders,
  provisions: ['HM-03g', 'CC-12b'],
})
export class UnionMembers {
  @IsIdentifier() organization!: string;
  /** The day on which it is counted who is on site; without it the last one on which anything was recorded. */
  @IsOptional() @IsDay() asOfDay?: Day;
  /** Of the last group of the page before: `<unitId>.<employmentForm>`. */
  @IsOptional() @IsText(90) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface UnionMembershipRate {
  employmentForm: ToldEmploymentForm;
  /** Workers on site. */
  workers: Figure;
  /** The union members among them. */
  members: Figure;
  /** Hundredths of a percent, rounded down; none of nobody. */
  basisPoints: number | null;
}

export interface UnionMembersAnswer {
  byEmploymentForm: { employmentForm: EmploymentForm; members: number }[];
  asOfDay: string;
  rates: UnionMembershipRate[];
  uncoveredGroups: { unitId: string; employmentForm: ToldEmploymentForm; workers: number; members: number }[];
  nextCursor: string | null;
  position: number;
}

/** Terms of congresses at or below a unit, with the share of workers in their seats; in the order of their ids, paged. */
@Query({
  name: 'organization.congresses',
  summary: { zh: '代表大会台账', en: 'Congresses and the share of workers in them' },
  roles: registerReaders,
  provisions: ['HM-04a', 'HM-04f', 'CC-03a'],
})
export class CongressList {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(congressKinds) kind?: CongressKind;
  /** Only the terms that run on this day. */
  @IsOptional() @IsDay() runningOn?: Day;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

/** What is striking about the make-up of a congress. None of it is shown as law: the numbers behind it are not verified (UN-08, U). */
export interface CompositionFinding {
  code: 'fewerDelegatesThanUsual' | 'moreManagersThanUsual';
  /** Always false while the text behind the number was not read. */
  verified: false;
  note: { zh: string; en: string };
}

export interface CongressRow {
  congressId: string;
  kind: CongressKind;
  level: CongressLevel;
  unitId: string;
  name: string;
  seats: number;
  staffCount: number;
  beginsOn: string;
  endsOn: string;
  delegates: number;
  frontLine: number;
  management: number;
  industrialWorkers: number;
  /** Shares in hundredths of a percent, rounded down; none without delegates. */
  frontLineBasisPoints: number | null;
  industrialWorkerBasisPoints: number | null;
  previousIndustrialWorkerBasisPoints: number | null;
  /** Whether industrial workers hold a larger share than in the term before; none without one to compare with (HM-04a, CC-03a). */
  industrialWorkerShareRose: boolean | null;
  sessions: number;
  lastSessionOn: string | null;
  findings: CompositionFinding[];
}

export interface CongressListAnswer {
  congresses: CongressRow[];
  nextCursor: string | null;
  position: number;
}

/** What was put to the vote in workers' congresses at or below a unit, in the order of ids; paged (HM-04i). */
@Query({
  name: 'organization.congress-resolutions',
  summary: { zh: '职代会决议台账', en: 'Resolutions of workers’ congresses' },
  roles: registerReaders,
  towards: ['HM-04i'],
})
export class CongressResolutions {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(congressMatters) matter?: CongressMatter;
  @IsOptional() @IsIn(['true', 'false']) passed?: 'true' | 'false';
  @IsOptional() @IsIn(['true', 'false']) vitalInterest?: 'true' | 'false';
  /** Of the last resolution of the page before: `<congressId>.<resolutionId>`. */
  @IsOptional() @IsText(129) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface CongressResolutionRow {
  congressId: string;
  resolutionId: string;
  sessionId: string;
  unitId: string;
  matter: CongressMatter;
  vitalInterest: boolean;
  title: string;
  passed: boolean;
  delegates: number;
  votesFor: number;
  votesAgainst: number;
  abstaining: number;
}

export interface CongressResolutionsAnswer {
  resolutions: CongressResolutionRow[];
  nextCursor: string | null;
  position: number;
}

/** The joint conferences with a side at or below a unit, with their meetings; in the order of their ids, paged (HM-04d). */
@Query({
  name: 'organization.joint-conferences',
  summary: { zh: '政府和工会联席会议台账', en: 'Joint conferences of government and trade union' },
  roles: registerReaders,
  provisions: ['HM-04d'],
})
export class JointConferenceList {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface JointConferenceRow {
  jointConferenceId: string;
  name: string;
  governmentUnitId: string;
  unionUnitId: string;
  establishedOn: string;
  /** Earliest first. */
  meetings: { meetingId: string; heldOn: string; agenda: string; resolutions: number }[];
}

export interface JointConferenceListAnswer {
  jointConferences: JointConferenceRow[];
  nextCursor: string | null;
  position: number;
}

/** Posts that workers held in mass organizations at or below a unit in a year, in the order of ids; paged, with the number by organization (HM-03a). */
@Query({
  name: 'organization.mass-organization-postings',
  summary: { zh: '产业工人挂职兼职台账', en: 'Workers’ posts in mass organizations' },
  roles: registerReaders,
  provisions: ['HM-03a', 'CC-03b'],
})
export class MassOrganizationPostingList {
  @IsIdentifier() organization!: string;
  @NumberFromText() @IsInt() @Min(1900) @Max(2199) year!: number;
  @IsOptional() @IsIn(postingModes) mode?: PostingMode;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface MassOrganizationPostingRow {
  postingId: string;
  workerId: string;
  massOrganizationId: string;
  unitId: string;
  post: string;
  mode: PostingMode;
  beginsOn: string;
  /** The last day: that of the term, or an earlier one. */
  endsOn: string;
  grade: PostingGrade | null;
}

export interface MassOrganizationPostingListAnswer {
  postings: MassOrganizationPostingRow[];
  /** All of the year, not of the page. */
  byMassOrganization: { massOrganizationId: string; posts: number }[];
  nextCursor: string | null;
  position: number;
}

/** What is owed, or soon will be, by the state of the registers on a day. */
export const unionAlertKinds = [
  'ownCommitteeDue',
  'jointConferenceDue',
  'jointConferenceMissed',
  'unionOutlivesItsUnits',
  'termEnding',
  'termExpired',
  'congressSessionDue',
  'congressSessionMissed',
  'unionContributionShort',
  'monthlyHonourMissed',
] as const;
export type UnionAlertKind = (typeof unionAlertKinds)[number];

/** What unions, congresses and selections for honours at or below a unit owe on a day; in the order of kind and subject, paged. */
@Query({
  name: 'organization.union-alerts',
  summary: { zh: '工会、民主管理和评选预警', en: 'Duties of unions, congresses and selections that are due or unmet' },
  roles: registerReaders,
  provisions: ['HM-03b', 'HM-04d'],
  towards: ['HM-03e', 'HM-04f', 'JX-51a'],
})
export class UnionAlerts {
  @IsIdentifier() organization!: string;
  @IsDay() asOfDay!: Day;
  @IsOptional() @IsIn(unionAlertKinds) kind?: UnionAlertKind;
  /** Of the last alert of the page before: `<kind>.<subjectId>`. */
  @IsOptional() @IsText(130) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface UnionAlert {
  kind: UnionAlertKind;
  /** The unit, mass organization or joint conference that it is about; with `~<month>` where a month is owed. */
  subjectId: string;
  unitId: string;
  /** The day by which it is or was due. */
  dueOn: string;
  /** The rule behind it. */
  rule: string;
}

export interface UnionAlertsAnswer {
  alerts: UnionAlert[];
  nextCursor: string | null;
  position: number;
}
