import { type Day, IsDay, IsPeriod, type Period } from '@gongyou/domain';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Query } from '../declare/query';
import type { Role } from '../declare/role';
import { IsIdentifier, IsIndicatorName, NumberFromText } from '../fields';

const readers: Role[] = [
  'administrator',
  'leadingGroupOffice',
  'leadDepartment',
  'inspector',
  'unitOfficer',
  'enterpriseSystem',
];

/** The report that the leading group hears; same input, same bytes (provisions CC-16a, CC-T2, RP-03). */
@Query({
  name: 'reporting.leading-group-report',
  summary: { zh: '领导小组报告', en: 'Leading-group report' },
  roles: readers,
  towards: ['CC-16a', 'CC-T2'],
})
export class LeadingGroupReportQuery {
  @IsIdentifier() programme!: string;
  /** The adopting organization, or a unit below it: then only what that unit and those below it own. */
  @IsIdentifier() organization!: string;
  @IsPeriod() period!: Period;
  /** What had happened by the end of this day. The day the report is asked for when absent. */
  @IsOptional() @IsDay() asOfDay?: Day;
  /** What was known at this position of the ledger. The newest when absent. */
  @IsOptional() @NumberFromText() @IsInt() @Min(0) asOfPosition?: number;
}

/** Figures of the Party are shown to fewer: each answer leaves out what its reader may not see. */
const standingReaders: Role[] = [...readers, 'partyAffairsOffice'];

/**
 * How things stand in an organization at a point on both clocks: counts and shares of units, workers, crews, Party and union, each
 * figure open to its events (provision CC-T2).
 */
@Query({
  name: 'reporting.standing-indicators',
  summary: { zh: '组织现状指标', en: 'How things stand in an organization' },
  roles: standingReaders,
  towards: ['CC-T2'],
})
export class StandingIndicators {
  /** The unit, with all that stands below it on both clocks. */
  @IsIdentifier() organization!: string;
  /** What had happened by the end of this day. The day of the newest event when absent. */
  @IsOptional() @IsDay() asOfDay?: Day;
  /** What was known at this position of the ledger. The newest when absent. */
  @IsOptional() @NumberFromText() @IsInt() @Min(0) asOfPosition?: number;
}

/** How an indicator of an organization stood at the end of each year, with its figures (provision CC-02d: the trend). */
@Query({
  name: 'reporting.standing-trend',
  summary: { zh: '组织现状指标历年趋势', en: 'How an indicator stood, year by year' },
  roles: standingReaders,
  provisions: ['CC-02d'],
  towards: ['CC-T2'],
})
export class StandingTrend {
  @IsIdentifier() organization!: string;
  /** The name that the standing indicators give to the line. */
  @IsIndicatorName() indicator!: string;
  /** The day up to which the last year is counted. The day of the newest event when absent. */
  @IsOptional() @IsDay() asOfDay?: Day;
  /** How many years, that of the day included; 5 when absent. */
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(20) years?: number;
  @IsOptional() @NumberFromText() @IsInt() @Min(0) asOfPosition?: number;
}

/** The postings that add up to a figure, each with its event. Who may not see the events of a figure is refused. */
@Query({
  name: 'reporting.figure-events',
  summary: { zh: '数据溯源', en: 'The events behind a figure' },
  roles: standingReaders,
  towards: ['CC-T2'],
})
export class FigureEvents {
  /** The id that a report gave to the figure. */
  @IsString() @MaxLength(2000) @Matches(/^[A-Za-z0-9_-]+$/) figure!: string;
  @IsOptional() @IsString() @MaxLength(60) @Matches(/^[0-9]+\.[0-9]+$/) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

/** How far the projection has come, and what it could not process. */
@Query({
  name: 'reporting.projection-status',
  summary: { zh: '投影状态', en: 'State of the projection' },
  roles: ['administrator', 'inspector', 'platform'],
})
export class ProjectionStatus {}

export interface ProjectionStatusAnswer {
  /** Last position taken in; -1 before the first. */
  position: number;
  /** Last position of the ledger when last asked. */
  head: number;
  lag: number;
  lastError: { position: number; at: string; handler: string; message: string } | null;
  parked: number;
}
