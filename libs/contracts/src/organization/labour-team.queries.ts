import { IsPeriod, type Period } from '@gongyou/domain';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import { registerReaders } from './register-readers';

/**
 * The labour teams at or below a unit that stood in a period: size, leader and stay, what Party and liaison work did with each, and what
 * it asked for (JX-03). `organization.branch-life` with the crew and `organization.matters` of it open the counts. In the order of unit
 * ids; paged.
 */
@Query({
  name: 'organization.labour-teams',
  summary: {
    zh: '查询劳务队伍规模、负责人、在场期及党群活动',
    en: 'Labour teams with size, leader, stay, activities and matters',
  },
  roles: [...registerReaders, 'partyAffairsOffice'],
  provisions: ['JX-03'],
})
export class LabourTeams {
  /** A project for its own teams. */
  @IsIdentifier() organization!: string;
  @IsPeriod() period!: Period;
  /** The last unit id of the page before. */
  @IsOptional() @IsIdentifier() cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface LabourTeamRow {
  unitId: string;
  unitName: string;
  /** The project that it stands below; none of a team elsewhere. */
  projectId: string | null;
  trade: string;
  labourSubcontractorId: string | null;
  /** As things stand, by opaque id. */
  leaderId: string | null;
  leaderSince: string | null;
  formedOn: string;
  dissolvedOn: string | null;
  /** Workers on its roster on the last day of the period, or of its stay where that ended before. */
  size: number;
  /** Entries of liaison work logs that it was the place of. */
  liaisonActivities: number;
  /** Entries of branch life that it took part in; null for whoever does not read figures of the Party. */
  branchActivities: number | null;
  /** Without those withdrawn. */
  mattersRaised: number;
  /** Those of them that are open as things stand. */
  mattersOpen: number;
}

export interface LabourTeamsAnswer {
  teams: LabourTeamRow[];
  nextCursor: string | null;
  position: number;
}
