import { type Day, IsDay, IsMonth, IsPeriod, type Month, type Period } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Query } from '../declare/query';
import type { Role } from '../declare/role';
import { IsIdentifier, IsIndicatorName, NumberFromText } from '../fields';
import { type ToldEmploymentForm, toldEmploymentForms } from '../organization/union-membership.contract';

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
  provisions: ['QD-51'],
  towards: ['CC-13c', 'CC-T2', 'JX-63', 'WZ-17c'],
})
export class StandingIndicators {
  /** The unit, with all that stands below it on both clocks. */
  @IsIdentifier() organization!: string;
  /** What had happened by the end of this day. The day of the newest event when absent. */
  @IsOptional() @IsDay() asOfDay?: Day;
  /** What was known at this position of the ledger. The newest when absent. */
  @IsOptional() @NumberFromText() @IsInt() @Min(0) asOfPosition?: number;
}

/**
 * One standing indicator, opened to the units below, down to each crew (provision QD-03); paged, in the order of unit ids. A report
 * of a programme opens the same way: it is asked for a crew as its organization.
 */
@Query({
  name: 'reporting.standing-breakdown',
  summary: { zh: '现状指标下钻（直至班组）', en: 'A standing indicator, opened to the units below' },
  roles: readers,
  provisions: ['QD-03'],
})
export class StandingBreakdown {
  @IsIdentifier() organization!: string;
  /** As `reporting.standing-indicators` names it. */
  @IsIndicatorName() indicator!: string;
  /** The units directly below, or all crews. */
  @IsIn(['children', 'crews']) level!: 'children' | 'crews';
  @IsOptional() @IsDay() asOfDay?: Day;
  @IsOptional() @NumberFromText() @IsInt() @Min(0) asOfPosition?: number;
  @IsOptional() @IsIdentifier() cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

/**
 * What happened in an organization in some months: crews that met (QD-30), workers who came, came back and went, and the rates of
 * retention and turnover (QD-48), of all or of one employer or form of employment (JX-63). Each figure opens to its events.
 */
@Query({
  name: 'reporting.period-indicators',
  summary: {
    zh: '期间指标（班组会议、进退场、留存率与流失率）',
    en: 'What happened in an organization in some months',
  },
  roles: readers,
  provisions: ['QD-48'],
  towards: ['JX-63'],
})
export class PeriodIndicators {
  /** The unit, a crew for instance, with all that stood below it at the end of the period. */
  @IsIdentifier() organization!: string;
  @IsMonth() from!: Month;
  /** The last month of the period. */
  @IsMonth() to!: Month;
  /** Retention and turnover of those whom this unit employs, whatever crew they are in. */
  @IsOptional() @IsIdentifier() contractor?: string;
  /** Retention and turnover of those who are employed in this form; not together with `contractor`. */
  @IsOptional() @IsIn(toldEmploymentForms) employmentForm?: ToldEmploymentForm;
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
