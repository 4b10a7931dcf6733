import { type Day, IsDay, IsText } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import type {
  CorporatePost,
  EmployeeBoard,
  EmployeeElectorate,
  OrganizationPost,
} from './enterprise-governance.contract';
import type { DisclosureForm } from './factory-affairs-disclosure.contract';
import type { OversightBody } from './oversight-finding.contract';
import type { RedWorksiteEntry } from './red-worksite.contract';
import { registerReaders } from './register-readers';

/** What the governance of an enterprise can have of Party and workers (HM-03c, HM-04j). */
export const governanceFacts = ['articles', 'crossHeldPost', 'employeeDirector', 'employeeSupervisor'] as const;
export type GovernanceFact = (typeof governanceFacts)[number];

/**
 * The governance of enterprises at or below a unit on a day, and the share of them that has each of its facts; paged, in the order of
 * unit ids (HM-03c, HM-04j). An employee keeps his seat until it is vacated, so that one whose term has run out is shown as such.
 */
@Query({
  name: 'organization.enterprise-governance',
  summary: { zh: '企业治理情况', en: 'Party and workers in the governance of enterprises' },
  roles: registerReaders,
  provisions: ['HM-03c', 'HM-04j'],
})
export class EnterpriseGovernance {
  @IsIdentifier() organization!: string;
  @IsDay() asOfDay!: Day;
  /** Only enterprises without this. */
  @IsOptional() @IsIn(governanceFacts) lacking?: GovernanceFact;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface EnterpriseGovernanceRow {
  unitId: string;
  name: string;
  /** Null where nothing was told. */
  partyBuildingInArticles: boolean | null;
  crossHeldPosts: { organizationPost: OrganizationPost; corporatePost: CorporatePost; fromDay: string }[];
  employeeSeats: {
    seatId: string;
    board: EmployeeBoard;
    workerId: string;
    electedBy: EmployeeElectorate;
    electedOn: string;
    termFrom: string;
    termUntil: string;
    /** Nobody was elected in his place though his term is over. */
    isTermOver: boolean;
  }[];
}

export interface EnterpriseGovernanceAnswer {
  /** Enterprises that are open on the day. */
  enterprises: number;
  /** How many have each fact, and the share in hundredths of a percent; none where there is no enterprise. */
  shares: { fact: GovernanceFact; enterprises: number; basisPoints: number | null }[];
  rows: EnterpriseGovernanceRow[];
  nextCursor: string | null;
  position: number;
}

/** What enterprises at or below a unit disclosed to their employees, with objections and replies; paged, in the order of ids (HM-04g). */
@Query({
  name: 'organization.factory-affairs-disclosures',
  summary: { zh: '厂务公开台账', en: 'Disclosures to employees' },
  roles: registerReaders,
  provisions: ['HM-04g'],
})
export class FactoryAffairsDisclosures {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIdentifier() matter?: string;
  /** Only those with an objection that nobody has replied to. */
  @IsOptional() @IsIn(['true']) unanswered?: 'true';
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface FactoryAffairsObjectionRow {
  objectionId: string;
  objection: string;
  objectedOn: string;
  reply: string | null;
  repliedOn: string | null;
}

export interface FactoryAffairsDisclosureRow {
  disclosureId: string;
  unitId: string;
  matterId: string;
  matterTitle: string;
  content: string;
  form: DisclosureForm;
  postedOn: string;
  postedUntil: string;
  objections: FactoryAffairsObjectionRow[];
}

export interface FactoryAffairsDisclosuresAnswer {
  disclosures: FactoryAffairsDisclosureRow[];
  nextCursor: string | null;
  position: number;
}

/** Each enterprise at or below a unit against the list of matters that it must open, on a day; paged, in the order of unit ids (HM-04g). */
@Query({
  name: 'organization.open-matters',
  summary: { zh: '厂务公开事项对照', en: 'Enterprises against the matters that must be open' },
  roles: registerReaders,
  provisions: ['HM-04g'],
})
export class OpenMatters {
  @IsIdentifier() organization!: string;
  @IsDay() asOfDay!: Day;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface OpenMatterRow {
  matterId: string;
  title: string;
  everyMonths: number;
  lastPostedOn: string | null;
  /** Nothing was disclosed of it in the months before the day. */
  isMissing: boolean;
}

export interface OpenMattersAnswer {
  enterprises: {
    unitId: string;
    name: string;
    /** The unit whose list holds for it; none where no list is in force. */
    listedBy: string | null;
    matters: OpenMatterRow[];
    missing: number;
  }[];
  nextCursor: string | null;
  position: number;
}

/** Findings of the employees' oversight in enterprises at or below a unit; paged, in the order of ids (HM-04h). */
@Query({
  name: 'organization.oversight-findings',
  summary: { zh: '民主监督意见台账', en: 'Findings of the employees’ oversight' },
  roles: registerReaders,
  provisions: ['HM-04h'],
})
export class OversightFindings {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(['true', 'false']) answered?: 'true' | 'false';
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface OversightFindingRow {
  findingId: string;
  unitId: string;
  body: OversightBody;
  subject: string;
  finding: string;
  foundOn: string;
  measure: string | null;
  answeredOn: string | null;
}

export interface OversightFindingsAnswer {
  findings: OversightFindingRow[];
  nextCursor: string | null;
  position: number;
}

/** What shows that employees can know, take part, express themselves and oversee (知情权、参与权、表达权、监督权, HM-04h). */
export const employeeRightsRecordKinds = ['disclosure', 'session', 'vote', 'proposal', 'finding'] as const;
export type EmployeeRightsRecordKind = (typeof employeeRightsRecordKinds)[number];

/** How often each enterprise at or below a unit gave evidence of its employees' rights in a period; paged, in the order of unit ids (HM-04h). */
@Query({
  name: 'organization.employee-rights',
  summary: { zh: '职工四权保障情况', en: 'Evidence of the rights of employees by enterprise' },
  roles: registerReaders,
  provisions: ['HM-04h'],
})
export class EmployeeRights {
  @IsIdentifier() organization!: string;
  @IsDay() fromDay!: Day;
  @IsDay() toDay!: Day;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface EmployeeRightsAnswer {
  enterprises: {
    unitId: string;
    name: string;
    disclosures: number;
    sessions: number;
    votes: number;
    /** Proposals that were replied to. */
    proposals: number;
    findings: number;
    /** The rights of which there is no evidence in the period. */
    withoutEvidence: ('know' | 'takePart' | 'express' | 'oversee')[];
  }[];
  nextCursor: string | null;
  position: number;
}

/** What a count of evidence in an enterprise is made of; paged, in the order of day and id (HM-04h). */
@Query({
  name: 'organization.employee-rights-records',
  summary: { zh: '职工四权保障记录', en: 'The records behind the evidence of the rights of employees' },
  roles: registerReaders,
  provisions: ['HM-04h'],
})
export class EmployeeRightsRecords {
  @IsIdentifier() unit!: string;
  @IsIn(employeeRightsRecordKinds) kind!: EmployeeRightsRecordKind;
  @IsDay() fromDay!: Day;
  @IsDay() toDay!: Day;
  @IsOptional() @IsText(160) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface EmployeeRightsRecordRow {
  recordId: string;
  onDay: string;
  title: string;
  /** Whether a vote passed, a proposal was adopted, a finding answered; none where there is nothing to tell. */
  settled: boolean | null;
}

export interface EmployeeRightsRecordsAnswer {
  records: EmployeeRightsRecordRow[];
  nextCursor: string | null;
  position: number;
}

/** Parks at or below a unit with their Party-mass service centres and how they were used in a period; paged, in the order of unit ids (HM-03h). */
@Query({
  name: 'organization.party-mass-service-centres',
  summary: { zh: '园区党群服务中心', en: 'Parks and their Party-mass service centres' },
  roles: registerReaders,
  provisions: ['HM-03h'],
})
export class PartyMassServiceCentres {
  @IsIdentifier() organization!: string;
  /** Bookings and visits are counted from this day on, to the other one; whether a park has a centre is judged on the last. */
  @IsDay() fromDay!: Day;
  @IsDay() toDay!: Day;
  /** Only parks without an open centre. */
  @IsOptional() @IsIn(['true']) without?: 'true';
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface PartyMassServiceCentreRow {
  centreId: string;
  name: string;
  place: string;
  areaSquareMetres: number;
  services: string[];
  openingHours: string;
  openedOn: string;
  closedOn: string | null;
  /** Bookings for days of the period that were not cancelled. */
  bookings: number;
  visits: number;
}

export interface PartyMassServiceCentresAnswer {
  /** Parks that are open on the last day, and how many of them have an open centre then. */
  parks: number;
  parksWithCentre: number;
  rows: { parkUnitId: string; name: string; centres: PartyMassServiceCentreRow[] }[];
  nextCursor: string | null;
  position: number;
}

export const redWorksiteStages = ['incomplete', 'complete'] as const;
export type RedWorksiteStage = (typeof redWorksiteStages)[number];

/** Red Worksites at or below a unit, how far their entries have come, and which are overdue; paged, in the order of unit ids (WZ-19a). */
@Query({
  name: 'organization.red-worksites',
  summary: { zh: '红色工地创建台账', en: 'Red Worksites and how far their creation has come' },
  roles: [...registerReaders, 'partyAffairsOffice'],
  provisions: ['WZ-19a'],
})
export class RedWorksites {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(redWorksiteStages) stage?: RedWorksiteStage;
  /** Only those that are incomplete and due before this day. */
  @IsOptional() @IsDay() overdueOn?: Day;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface RedWorksiteEntryRow {
  entry: RedWorksiteEntry;
  state: 'missing' | 'filled' | 'sentBack' | 'passed';
  content: string | null;
  partyMembers: number | null;
  filledOn: string | null;
  checkedOn: string | null;
  /** Why it was sent back. */
  reason: string | null;
}

export interface RedWorksiteRow {
  unitId: string;
  partyOrganizationId: string | null;
  enrolledOn: string;
  dueOn: string;
  stage: RedWorksiteStage;
  completedOn: string | null;
  entries: RedWorksiteEntryRow[];
  /** The entries that have not passed; overdue after the due day. */
  outstanding: RedWorksiteEntry[];
}

export interface RedWorksitesAnswer {
  worksites: RedWorksiteRow[];
  nextCursor: string | null;
  position: number;
}
