import { type Day, IsDay, IsText } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import type { CollectiveContractScope } from './collective-contract.contract';
import type { RulesInForce } from './collective-union-admission.contract';
import { type CongressKind, congressKinds, type CongressLevel } from './congress.contract';
import type { HighSkillLevel, RecommendationOutcome } from './delegate-recommendation.contract';
import { registerReaders } from './register-readers';
import type { AdmissionBasis, AdmissionStep, NewEmploymentCategory } from './union-admission-rules.contract';
import type { MemberEntitlement } from './union-member-benefits.contract';
import type { EmploymentForm } from './union-membership.contract';
import { type VitalMatterKind, vitalMatterKinds } from './vital-matter.contract';

/** Collective admissions at or below a unit with how many said yes, no, were admitted and hold a card; in the order of ids, paged (CC-12a). */
@Query({
  name: 'organization.collective-union-admissions',
  summary: { zh: '集体入会台账', en: 'Collective union admissions' },
  roles: registerReaders,
  provisions: ['CC-12a'],
})
export class CollectiveUnionAdmissionList {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface CollectiveUnionAdmissionRow {
  admissionId: string;
  massOrganizationId: string;
  unitId: string;
  basis: string;
  /** The rules that were in force when it was opened; none where there were none (CC-12d). */
  rules: RulesInForce | null;
  openedOn: string;
  /** The day of the ceremony. */
  heldOn: string | null;
  /** Those who said yes and are not admitted yet. */
  consented: number;
  declined: number;
  admitted: number;
  cardsIssued: number;
}

export interface CollectiveUnionAdmissionListAnswer {
  admissions: CollectiveUnionAdmissionRow[];
  nextCursor: string | null;
  position: number;
}

export const joinerStandings = ['consented', 'declined', 'admitted'] as const;
export type JoinerStanding = (typeof joinerStandings)[number];

/** The workers of one collective admission, in the order of their ids; paged. One of another unit than those asked for has none (CC-12a). */
@Query({
  name: 'organization.collective-union-admission-workers',
  summary: { zh: '集体入会人员名单', en: 'The workers of a collective union admission' },
  roles: registerReaders,
  provisions: ['CC-12a'],
})
export class CollectiveUnionAdmissionWorkers {
  @IsIdentifier() organization!: string;
  @IsIdentifier() admission!: string;
  @IsOptional() @IsIn(joinerStandings) standing?: JoinerStanding;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface CollectiveUnionAdmissionWorkersAnswer {
  workers: {
    workerId: string;
    standing: JoinerStanding;
    /** As he told it when he said yes. */
    employmentForm: EmploymentForm | null;
    /** The day of his last answer, or of his admission. */
    toldOn: string;
    membershipNumber: string | null;
    cardIssuedOn: string | null;
  }[];
  nextCursor: string | null;
  position: number;
}

/** A worker's union membership with all his unions one after the other, his card, and what it gives him on a day (CC-12c). */
@Query({
  name: 'organization.union-membership-of-worker',
  summary: { zh: '职工会籍和会员权益', en: 'A worker’s union membership, and what it gives him' },
  roles: registerReaders,
  towards: ['CC-12c'],
})
export class UnionMembershipOfWorker {
  /** He must be a member, or have been one, at or below it. */
  @IsIdentifier() organization!: string;
  @IsIdentifier() worker!: string;
  @IsDay() asOfDay!: Day;
}

export interface UnionMembershipOfWorkerAnswer {
  /** None when he was never a member there. */
  membership: {
    workerId: string;
    massOrganizationId: string;
    unitId: string;
    employmentForm: EmploymentForm;
    memberSince: string;
    endedOn: string | null;
    membershipNumber: string | null;
    cardIssuedOn: string | null;
    /** His unions from the first on; without a day between (CC-12c). */
    unions: { massOrganizationId: string; unitId: string; fromDay: string }[];
    /** Of the union that he is in now, in force on the day; empty for one who has left, or where nothing was published. */
    entitlements: MemberEntitlement[];
  } | null;
  position: number;
}

/** The rules of union admission of a unit and of those above it, latest version first, and which hold for it on a day (CC-12d). */
@Query({
  name: 'organization.union-admission-rules',
  summary: { zh: '工会入会规则', en: 'Rules of union admission' },
  roles: registerReaders,
  provisions: ['CC-12d'],
})
export class UnionAdmissionRulesOfUnit {
  @IsIdentifier() organization!: string;
  @IsDay() asOfDay!: Day;
}

export interface UnionAdmissionRulesRow {
  unitId: string;
  version: number;
  basis: AdmissionBasis[];
  categories: NewEmploymentCategory[];
  steps: AdmissionStep[];
  inForceFrom: string;
}

export interface UnionAdmissionRulesOfUnitAnswer {
  /** Its own, or those of the nearest unit above that has any in force. */
  inForce: RulesInForce | null;
  /** Which of the two documents of CC-12d the rules in force do not cite. */
  uncitedDocuments: string[];
  versions: UnionAdmissionRulesRow[];
  position: number;
}

/** The open enterprises at or below a unit that have no posting rule of their own in force on a day; in the order of ids, paged (CC-03b). */
@Query({
  name: 'organization.units-without-posting-rule',
  summary: { zh: '未建立挂职兼职制度的单位', en: 'Units without a posting rule' },
  roles: registerReaders,
  provisions: ['CC-03b'],
})
export class UnitsWithoutPostingRule {
  @IsIdentifier() organization!: string;
  @IsDay() asOfDay!: Day;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface UnitsWithoutPostingRuleAnswer {
  /** Of all open enterprises: how many have a rule, not of the page. */
  enterprises: number;
  withRule: number;
  units: { unitId: string; name: string }[];
  nextCursor: string | null;
  position: number;
}

/** The recommendations that units at or below a unit made in a year, in the order of ids, with how many by body, and how many were elected; paged (HM-04b). */
@Query({
  name: 'organization.delegate-recommendations',
  summary: { zh: '高技能领军人才推荐台账', en: 'Recommendations of highly skilled workers as delegates' },
  roles: registerReaders,
  provisions: ['HM-04b'],
})
export class DelegateRecommendationList {
  @IsIdentifier() organization!: string;
  @NumberFromText() @IsInt() @Min(1900) @Max(2199) year!: number;
  @IsOptional() @IsIn(congressKinds) body?: CongressKind;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface DelegateRecommendationRow {
  recommendationId: string;
  workerId: string;
  body: CongressKind;
  level: CongressLevel;
  bodyName: string;
  skillLevel: HighSkillLevel;
  recommendingUnitId: string;
  consentedOn: string;
  recommendedOn: string;
  outcome: RecommendationOutcome | null;
  decidedOn: string | null;
}

export interface DelegateRecommendationListAnswer {
  recommendations: DelegateRecommendationRow[];
  /** All of the year, not of the page. */
  byBody: { body: CongressKind; recommended: number; elected: number }[];
  nextCursor: string | null;
  position: number;
}

/** Matters of vital interest of units at or below a unit that are in force on a day, each with its resolution or as a finding; in the order of ids, paged (HM-04i). */
@Query({
  name: 'organization.vital-matters',
  summary: { zh: '切身利益重大事项台账', en: 'Matters of vital interest in force' },
  roles: registerReaders,
  towards: ['HM-04i'],
})
export class VitalMatterList {
  @IsIdentifier() organization!: string;
  @IsDay() asOfDay!: Day;
  @IsOptional() @IsIn(vitalMatterKinds) matter?: VitalMatterKind;
  /** Only the findings: in force without a resolution on the day. */
  @IsOptional() @IsIn(['true']) findings?: 'true';
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface VitalMatterRow {
  matterId: string;
  unitId: string;
  matter: VitalMatterKind;
  title: string;
  inForceFrom: string;
  foundOn: string | null;
  /** Whether no resolution covers it on the day. */
  finding: boolean;
  resolution: {
    congressId: string;
    resolutionId: string;
    coveredOn: string;
    votesFor: number;
    votesAgainst: number;
    abstaining: number;
    delegates: number;
  } | null;
}

export interface VitalMatterListAnswer {
  matters: VitalMatterRow[];
  nextCursor: string | null;
  position: number;
}

/** The enterprises at or below a unit whose workers' congress did not meet in a year, those without one among them; in the order of ids, paged (HM-04f). */
@Query({
  name: 'organization.enterprises-without-congress-session',
  summary: { zh: '本年度未召开职代会的企业', en: 'Enterprises whose workers’ congress did not meet in a year' },
  roles: registerReaders,
  provisions: ['HM-04f'],
})
export class EnterprisesWithoutCongressSession {
  @IsIdentifier() organization!: string;
  @NumberFromText() @IsInt() @Min(1900) @Max(2199) year!: number;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface EnterprisesWithoutCongressSessionAnswer {
  /** Those that were open in the year, not of the page. */
  enterprises: number;
  withSession: number;
  without: { unitId: string; name: string; congressId: string | null; lastSessionOn: string | null }[];
  nextCursor: string | null;
  position: number;
}

/**
 * How the workers of each unit at or below a unit are masters of it in a year: their share of the delegates of its workers' congress, the
 * proposals made there and those adopted, the disclosures to them. Units with neither congress nor disclosure are left out; in the order
 * of ids, paged (CC-03c).
 */
@Query({
  name: 'organization.congress-participation',
  summary: { zh: '职工参与民主管理情况', en: 'How workers take part in their congresses' },
  roles: registerReaders,
  provisions: ['CC-03c'],
})
export class CongressParticipation {
  @IsIdentifier() organization!: string;
  @NumberFromText() @IsInt() @Min(1900) @Max(2199) year!: number;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface CongressParticipationRow {
  unitId: string;
  /** The term that ran last in the year; null where none did. */
  congressId: string | null;
  delegates: number;
  frontLine: number;
  industrialWorkers: number;
  /** Hundredths of a percent, rounded down; none without delegates. */
  frontLineBasisPoints: number | null;
  industrialWorkerBasisPoints: number | null;
  sessions: number;
  proposals: number;
  answered: number;
  adopted: number;
  /** Opened by `organization.employee-rights-records`. */
  disclosures: number;
}

export interface CongressParticipationAnswer {
  units: CongressParticipationRow[];
  nextCursor: string | null;
  position: number;
}

/** How far wage talks and the contract that comes of them have got (UN-09). */
export const collectiveContractStages = [
  'demanded',
  'declined',
  'agreedToTalk',
  'talked',
  'signed',
  'submitted',
  'objectedTo',
  'inForce',
  'announced',
] as const;
export type CollectiveContractStep = (typeof collectiveContractStages)[number];

/** Wage talks and collective contracts of units at or below a unit, each with the day by which the law asks for the next step; in the order of ids, paged (UN-09, UN-10). */
@Query({
  name: 'organization.collective-contracts',
  summary: { zh: '集体协商和集体合同台账', en: 'Wage talks and collective contracts' },
  roles: registerReaders,
})
export class CollectiveContractList {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(collectiveContractStages) stage?: CollectiveContractStep;
  /** Only those whose next step was due before this day. */
  @IsOptional() @IsDay() dueBefore?: Day;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface CollectiveContractRow {
  collectiveContractId: string;
  unitId: string;
  scope: CollectiveContractScope;
  subject: string;
  stage: CollectiveContractStep;
  demandedOn: string;
  /** The last day of the limit that runs: for a reply, for handing it in, for an objection, for telling the staff; none where none runs. */
  dueOn: string | null;
  /** The steps that were told after their last day. */
  lateSteps: string[];
  signedOn: string | null;
  inForceFrom: string | null;
  endsOn: string | null;
}

export interface CollectiveContractListAnswer {
  contracts: CollectiveContractRow[];
  nextCursor: string | null;
  position: number;
}

/** What employers at or below a unit told the union before they ended contracts, and where an opinion is unanswered; in the order of ids, paged (UN-05). */
@Query({
  name: 'organization.contract-end-notices',
  summary: { zh: '解除劳动合同通知工会台账', en: 'Notices to the union before contracts end' },
  roles: registerReaders,
})
export class ContractEndNoticeList {
  @IsIdentifier() organization!: string;
  /** Only those with an opinion of the union that is not answered. */
  @IsOptional() @IsIn(['true']) unanswered?: 'true';
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface ContractEndNoticeRow {
  noticeId: string;
  employerUnitId: string;
  massOrganizationId: string;
  workerId: string;
  notifiedOn: string;
  plannedEndOn: string;
  opinionRaisedOn: string | null;
  answeredOn: string | null;
}

export interface ContractEndNoticeListAnswer {
  notices: ContractEndNoticeRow[];
  nextCursor: string | null;
  position: number;
}
