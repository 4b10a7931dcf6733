import { IsText } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import type { CrewRow } from './crew.queries';
import type { UnitRow } from './organization.queries';
import {
  type AwardLevel,
  participantRoles,
  type ParticipantRole,
  projectCategories,
  type ProjectCategory,
  type ProjectFacts,
  projectStatuses,
  type ProjectStatus,
} from './project.contract';
import { registerReaders } from './register-readers';

/** The register of projects, from one unit downwards; paged, in the order of unit ids. */
@Query({
  name: 'organization.projects',
  summary: { zh: '项目台账', en: 'The register of projects' },
  roles: registerReaders,
  provisions: ['QD-08'],
})
export class Projects {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(projectStatuses) status?: ProjectStatus;
  @IsOptional() @IsIn(projectCategories) category?: ProjectCategory;
  @IsOptional() @IsIn(['true', 'false']) standardised?: 'true' | 'false';
  /** Only projects in which a company takes part now, in this role. */
  @IsOptional() @IsIn(participantRoles) participantRole?: ParticipantRole;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

/** A project as it stands. */
export interface ProjectRow {
  unitId: string;
  unitName: string;
  facts: ProjectFacts;
  /** The national data standard asks for a builder's licence, and none is on file though building has begun (DS-01). */
  isLicenceMissing: boolean;
  status: ProjectStatus;
  statusSince: string;
  registeredOn: string;
  /** The first day under construction, and the day of completion. */
  startedOn: string | null;
  completedOn: string | null;
  plannedAwards: { awardId: string; award: string; level: AwardLevel; plannedOn: string }[];
  standardised: { isGranted: boolean; since: string; evaluationId: string } | null;
}

export interface ProjectsAnswer {
  projects: ProjectRow[];
  nextCursor: string | null;
  position: number;
}

/** A project in the names and codes of the national data standard, for an enterprise to send on (DS-01, DS-02; seen in practice, V3). */
@Query({
  name: 'organization.national-project',
  summary: { zh: '项目国家平台数据', en: 'A project in the codes of the national platform' },
  roles: registerReaders,
})
export class NationalProject {
  @IsIdentifier() unit!: string;
}

/**
 * What the standard requires has the standard's names, as they were seen in practice; the names of all else are ours, to be mapped for
 * each platform. What is not known is null.
 */
export interface NationalProjectAnswer {
  project: {
    projectCode: string;
    name: string;
    contractorCorpCode: string;
    contractorCorpName: string;
    category: string;
    areaCode: string;
    prjStatus: string;
    builderLicences: string[];
    /** The companies that own the project now. */
    owners: { corpCode: string; corpName: string }[];
    /** The contract price in units of 10,000 yuan (万元), as a decimal. */
    investmentTenThousandYuan: string | null;
    areaSquareMetres: number | null;
    lengthMetres: number | null;
    plannedStartOn: string | null;
    plannedFinishOn: string | null;
    /** Decimal degrees in WGS-84. */
    latitudeDegrees: string | null;
    longitudeDegrees: string | null;
    /** Who is to be turned to; name and phone are looked up with `organization.personal-file`. */
    contactId: string | null;
  };
  companies: {
    projectCode: string;
    corpCode: string;
    corpName: string;
    corpType: string;
    enteredOn: string;
    leftOn: string | null;
    managerId: string | null;
  }[];
  /** Fields that the standard asks for and that are not known. */
  missing: string[];
  position: number;
}

/** What a unit's page shows: its place, its project's file, who takes part in it, and the crews at or below it. */
@Query({
  name: 'organization.unit',
  summary: { zh: '组织单元详情', en: 'One organization unit' },
  roles: registerReaders,
  provisions: ['JX-06', 'QD-08'],
  towards: ['QD-03'],
})
export class UnitPage {
  @IsIdentifier() unit!: string;
}

/** Under which parent a unit stood, from a day on until before another. */
export interface UnitPlacementRow {
  parentId: string | null;
  parentName: string | null;
  fromDay: string;
  /** The day from which it stands under another parent; null where it stands. */
  untilDay: string | null;
}

/** A company that takes or took part in a project (DS-02). */
export interface ParticipantRow {
  participationId: string;
  creditCode: string;
  companyName: string;
  role: ParticipantRole;
  companyUnitId: string | null;
  managerId: string | null;
  enteredOn: string;
  leftOn: string | null;
}

export interface UnitPageAnswer {
  unit: UnitRow;
  placements: UnitPlacementRow[];
  /** Null for a unit without the file of a project. */
  project: ProjectRow | null;
  participants: ParticipantRow[];
  /** The crews that stand at or below it, at most 100; the register of crews pages through all. */
  crews: CrewRow[];
  position: number;
}
