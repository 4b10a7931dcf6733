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
