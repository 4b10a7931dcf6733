import { type Day, IsDay, IsText, type Sex } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Personal } from '../declare/personal';
import { Query } from '../declare/query';
import type { Role } from '../declare/role';
import { IsIdentifier, IsShortText, NumberFromText } from '../fields';
import { IsCodeOf } from './code-tables/code-table';
import type { EducationLevel } from './code-tables/education-levels';
import type { EthnicGroup } from './code-tables/ethnic-groups';
import type { IdentityDocumentType } from './code-tables/identity-document-types';
import type { WorkRole } from './code-tables/work-roles';
import { type WorkType, workTypes } from './code-tables/work-types';
import type { EmploymentForm } from './union-membership.contract';
import {
  type AgeGroup,
  type ContractKind,
  IsDocumentNumber,
  type KeptByLaw,
  type LookPurpose,
  lookPurposes,
} from './worker.contract';

const readers: Role[] = ['administrator', 'unitOfficer', 'inspector', 'enterpriseSystem', 'platform'];

/** Those who may see a worker's data in the clear, for a stated purpose. */
const lookers: Role[] = ['administrator', 'unitOfficer', 'inspector'];

/** The register of a unit and all below it: whom they registered, and who is or was on their sites. Masked; paged by id. */
@Query({
  name: 'organization.workers',
  summary: { zh: '实名登记簿', en: 'Workers known to a unit' },
  roles: readers,
  towards: ['CC-13c', 'WZ-17c'],
})
export class Workers {
  @IsIdentifier() organization!: string;
  /** Whether somebody is on a site of the unit today. */
  @IsOptional() @IsIn(['true', 'false']) active?: 'true' | 'false';
  /** The work type that he has, or had last, on a site of the unit. */
  @IsOptional() @IsCodeOf(workTypes) workType?: WorkType;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

/** What the register shows of a person: personal fields only masked. They are null once the person is erased. */
export interface MaskedWorker {
  workerId: string;
  organizationId: string;
  name: string | null;
  identityDocumentType: IdentityDocumentType;
  identityNumber: string | null;
  phone: string | null;
  sex: Sex;
  registeredOn: string;
}

export interface WorkersAnswer {
  workers: MaskedWorker[];
  nextCursor: string | null;
  position: number;
}

/** Finds workers of a unit by exactly what is asked for; the register holds only keyed hashes to compare with. */
@Query({
  name: 'organization.worker-search',
  summary: { zh: '精确查找工人', en: 'Workers of a unit by exact name, number or phone' },
  roles: readers,
  confidential: true,
})
export class WorkerSearch {
  @IsIdentifier() organization!: string;
  /** One of the three at least; all that are given must fit. */
  @IsOptional() @Personal('name') @IsShortText(50) name?: string;
  @IsOptional() @Personal('identityNumber') @IsDocumentNumber() identityNumber?: string;
  @IsOptional() @Personal('phone') @IsShortText(20) phone?: string;
  @IsOptional() @IsText(64) cursor?: string;
}

/** Who was on the roster of a unit, and of all that stood below it, on any day (LC-07). Masked; paged by person and site. */
@Query({
  name: 'organization.roster',
  summary: { zh: '花名册', en: 'Roster of a unit on a day' },
  roles: readers,
  towards: ['CC-13c', 'WZ-17c', 'CC-13h'],
})
export class Roster {
  @IsIdentifier() organization!: string;
  @IsDay() day!: Day;
  @IsOptional() @IsText(140) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface RosterRow {
  workerId: string;
  name: string | null;
  identityNumber: string | null;
  phone: string | null;
  registeredAddress: string | null;
  presentAddress: string | null;
  sex: Sex;
  projectId: string;
  crewId: string;
  workType: WorkType;
  workRole: WorkRole;
  ageGroup: AgeGroup;
  contractKind: ContractKind;
  /** Null where it was not told. */
  employmentForm: EmploymentForm | null;
  contractStartsOn: string;
  contractEndsOn: string | null;
  enteredOn: string;
  inCrewSince: string;
}

export interface RosterAnswer {
  roster: RosterRow[];
  nextCursor: string | null;
  position: number;
}

/**
 * Whether a person may be let on to a site on a day: registered in real name, on the roster of the site, and by a contract in force
 * (provisions CC-13c, CC-13f, WZ-17c). A gate asks it before it opens; whoever records attendance asks it of each presence.
 */
@Query({
  name: 'organization.site-engagement',
  summary: { zh: '核验工人能否进入工地', en: 'Whether a person may be let on to a site' },
  roles: readers,
  towards: ['CC-13c', 'CC-13f', 'WZ-17c'],
})
export class SiteEngagement {
  @IsIdentifier() project!: string;
  @IsIdentifier() worker!: string;
  @IsDay() day!: Day;
}

/** Why somebody may not be let on to a site. */
export const engagementGaps = ['notRegistered', 'notOnRoster', 'contractNotInForce'] as const;
export type EngagementGap = (typeof engagementGaps)[number];

export interface SiteEngagementAnswer {
  mayEnter: boolean;
  /** Null when he may. */
  gap: EngagementGap | null;
  /** The registration that stands for the person: another one where the one asked about was merged into it. */
  workerId: string;
  crewId: string | null;
  position: number;
}

/**
 * Who stands on a site today in a crew that is not active: it was dissolved over his head, or never had a leader (provision QD-03).
 * Nobody enters such a crew; those who are left in one are transferred, or leave. Paged by person and site.
 */
@Query({
  name: 'organization.workers-outside-crews',
  summary: { zh: '不在有效班组的在场工人', en: 'Workers on site whose crew is not active' },
  roles: readers,
  provisions: ['QD-03'],
})
export class WorkersOutsideCrews {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsText(140) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface WorkersOutsideCrewsAnswer {
  workers: { workerId: string; projectId: string; crewId: string; inCrewSince: string }[];
  nextCursor: string | null;
  position: number;
}

/** One registration: what is held of the person (masked), by what papers and where he worked, and who looked at his data. */
@Query({ name: 'organization.worker', summary: { zh: '工人档案', en: 'One worker’s file, masked' }, roles: readers })
export class WorkerFile {
  @IsIdentifier() worker!: string;
}

export interface WorkerFileAnswer {
  worker: MaskedWorker & {
    stage: 'registered' | 'merged' | 'erased';
    registeredAddress: string | null;
    presentAddress: string | null;
    education: EducationLevel;
    mergedInto: string | null;
    erasedOn: string | null;
    /** What outlives the erasure, and by which law. */
    kept: KeptByLaw[];
  };
  contracts: WorkerContract[];
  trainings: { trainingId: string; organizationId: string; hours: number; trainedOn: string }[];
  /** Newest first. */
  sites: Stint[];
  /** The newest looks at his data in the clear and exports of it, with who did it. */
  looks: { position: number; at: string; actor: string; purpose: LookPurpose | 'export' }[];
  position: number;
}

export interface WorkerContract {
  /** The registration that it was recorded under: another one for what a duplicate brought along. */
  workerId: string;
  contractId: string;
  kind: ContractKind;
  employerUnitId: string;
  signedOn: string;
  startsOn: string;
  endsOn: string | null;
  lateRetirementUntil: string | null;
  /** Null where it was not told. */
  employmentForm: EmploymentForm | null;
}

/** Time in one crew of a site, both days included; no last day while it lasts. */
export interface Stint {
  projectId: string;
  crewId: string;
  workType: WorkType;
  workRole: WorkRole;
  ageGroup: AgeGroup;
  fromDay: string;
  untilDay: string | null;
}

/** A look at a person's data in the clear. It is recorded with its purpose before it is answered (PI-03, PI-04). */
@Query({
  name: 'organization.personal-file',
  summary: { zh: '查看个人信息明文', en: 'A worker’s personal data in the clear, for a stated purpose' },
  roles: lookers,
  confidential: true,
})
export class PersonalFile {
  @IsIdentifier() worker!: string;
  @IsIn(lookPurposes) purpose!: LookPurpose;
}

/** What is held of a person, in the clear. */
export interface PersonalData {
  name: string;
  identityNumber: string;
  birthDay: string;
  ethnicGroup: EthnicGroup;
  phone: string;
  registeredAddress: string;
  presentAddress: string;
}

export interface PersonalFileAnswer {
  workerId: string;
  personal: PersonalData;
  /** Of the event that recorded the look. */
  position: number;
}

/** Everything that is held of a person, to be handed to him (PIPL Art. 45; PI-08). Recorded before it is answered. */
@Query({
  name: 'organization.personal-data-export',
  summary: { zh: '导出本人个人信息', en: 'Export of a worker’s personal data for himself' },
  roles: ['administrator', 'unitOfficer'],
  confidential: true,
})
export class PersonalDataExport {
  @IsIdentifier() worker!: string;
}

export interface PersonalDataExportAnswer {
  workerId: string;
  personal: PersonalData;
  /** Every event of the registration, oldest first, with the personal fields in the clear. */
  events: { type: string; recordedAt: string; data: Record<string, unknown> }[];
  position: number;
}
