import { IsMonth, type Month } from '@gongyou/domain';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import type { LiaisonStage } from './liaison.queries';
import type { LiaisonLevel, LiaisonMode } from './liaison-officer.contract';
import { registerReaders } from './register-readers';

/** The districts, projects and crews at or below a unit with their officers, as a tree. Names are on the notice board alone. */
@Query({
  name: 'organization.liaison-tree',
  summary: { zh: '查询协理员组织结构', en: 'Liaison officers of a unit as a tree' },
  roles: registerReaders,
  provisions: ['JX-01'],
})
export class LiaisonTree {
  @IsIdentifier() organization!: string;
}

/** An officer in the tree: nominated, approved, appointed, trained, on duty. Whoever was relieved is in the register alone. */
export interface LiaisonTreeOfficer {
  officerId: string;
  mode: LiaisonMode;
  stage: LiaisonStage;
  trained: boolean;
  published: boolean;
}

export interface LiaisonTreeNode {
  unitId: string;
  unitName: string;
  level: LiaisonLevel;
  officers: LiaisonTreeOfficer[];
  /** Projects of a district, crews of a project, by their ids. */
  below: LiaisonTreeNode[];
}

export interface LiaisonTreeAnswer {
  roots: LiaisonTreeNode[];
  /** There are more units than one answer can show: ask for one of them. */
  isCut: boolean;
  position: number;
}

/** For each district and project: how many posts of each level are filled, trained, disclosed, and active in a month (JX-09); paged. */
@Query({
  name: 'organization.liaison-force',
  summary: { zh: '查询劳务党群工作队伍', en: 'The liaison force by district and project' },
  roles: registerReaders,
  provisions: ['JX-09'],
})
export class LiaisonForce {
  @IsIdentifier() organization!: string;
  @IsMonth() month!: Month;
  /** The last unit id of the page before. */
  @IsOptional() @IsIdentifier() cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(200) limit?: number;
}

export interface LiaisonForceLevel {
  level: LiaisonLevel;
  /** Open districts, projects under construction and standing crews: each is to have an officer. */
  posts: number;
  /** Those of them with an officer on duty. */
  filled: number;
  /** Holders of these posts, on duty or not yet, whose training before duty is complete; officers on duty who are disclosed. */
  trained: number;
  disclosed: number;
  /** Officers on duty who logged work in the month. */
  active: number;
}

export interface LiaisonForceRow {
  unitId: string;
  unitName: string;
  kind: 'projectDistrict' | 'project';
  /** Of the unit and all below it. */
  levels: LiaisonForceLevel[];
}

export interface LiaisonForceAnswer {
  force: LiaisonForceRow[];
  nextCursor: string | null;
  position: number;
}

/** The labour teams in use at or below a unit, each with the officers who answer for it (JX-39); paged. */
@Query({
  name: 'organization.liaison-teams',
  summary: {
    zh: '查询在用劳务队伍及责任协理员',
    en: 'Labour teams in use with the liaison officers who answer for them',
  },
  roles: registerReaders,
  towards: ['JX-39'],
})
export class LiaisonTeams {
  @IsIdentifier() organization!: string;
  /** The last unit id of the page before. */
  @IsOptional() @IsIdentifier() cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface LiaisonTeamRow {
  unitId: string;
  unitName: string;
  trade: string;
  labourSubcontractorId: string | null;
  /** Officers on duty for the team itself, and for the projects and districts above it. */
  crewLiaisonIds: string[];
  projectOfficerIds: string[];
  districtOfficerIds: string[];
}

export interface LiaisonTeamsAnswer {
  teams: LiaisonTeamRow[];
  nextCursor: string | null;
  position: number;
}
