import { type Day, IsDay, IsPeriod, type Period } from '@gongyou/domain';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsIndicatorName, IsLongText, IsNestedList } from '../fields';
import { Evidence } from './task.contract';

/** Counts stay whole numbers that JSON carries exactly. */
const MOST = 1_000_000_000_000;

/**
 * A unit returns the value of an indicator that the programme sets a target for and that no context computes yet
 * (a number entered by hand is marked so in every report: RP-03). Both counts of a rate are returned, never the rate.
 */
@Command({
  name: 'supervision.indicator-return.submit',
  summary: { zh: '填报指标', en: 'Return the value of an indicator' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'],
  towards: ['CC-T2', 'QD-06'],
})
export class SubmitIndicatorReturn {
  @IsIdentifier() programmeId!: string;
  @IsIdentifier() organizationId!: string;
  @IsIndicatorName() indicator!: string;
  /** The unit whose value it is. */
  @IsIdentifier() unitId!: string;
  @IsPeriod() period!: Period;
  /** A count, a sum of fen, or the upper number of a rate. */
  @IsInt() @Min(0) @Max(MOST) numerator!: number;
  /** The lower number of a rate; none for a count. */
  @IsOptional() @IsInt() @Min(1) @Max(MOST) denominator?: number;
  @IsNestedList(() => Evidence, 50) evidence!: Evidence[];
  @IsDay() returnedOn!: Day;
  /** Needed when an earlier return of the same period is replaced. */
  @IsOptional() @IsLongText(500) correctionReason?: string;
}

@DomainEvent({
  context: 'supervision',
  summary: { zh: '指标已填报', en: 'The value of an indicator was returned' },
  towards: ['CC-T2'],
})
export class IndicatorReturned {
  @IsIdentifier() programmeId!: string;
  @IsIdentifier() organizationId!: string;
  @IsIndicatorName() indicator!: string;
  @IsIdentifier() unitId!: string;
  @IsPeriod() period!: Period;
  @IsInt() @Min(0) @Max(MOST) numerator!: number;
  @IsOptional() @IsInt() @Min(1) @Max(MOST) denominator?: number;
  @IsNestedList(() => Evidence, 50) evidence!: Evidence[];
  @IsDay() returnedOn!: Day;
}

/** An earlier return was wrong: carries both what stood and what stands now, so that the reversing posting needs no look back. */
@DomainEvent({
  context: 'supervision',
  summary: { zh: '指标填报已更正', en: 'A returned indicator was corrected' },
  towards: ['CC-T2'],
})
export class IndicatorReturnCorrected {
  @IsIdentifier() programmeId!: string;
  @IsIdentifier() organizationId!: string;
  @IsIndicatorName() indicator!: string;
  @IsIdentifier() unitId!: string;
  @IsPeriod() period!: Period;
  @IsInt() @Min(0) @Max(MOST) numerator!: number;
  @IsOptional() @IsInt() @Min(1) @Max(MOST) denominator?: number;
  @IsInt() @Min(0) @Max(MOST) replacedNumerator!: number;
  @IsOptional() @IsInt() @Min(1) @Max(MOST) replacedDenominator?: number;
  @IsNestedList(() => Evidence, 50) evidence!: Evidence[];
  @IsLongText(500) reason!: string;
  @IsDay() correctedOn!: Day;
}

export const indicatorReturnCommands = { SubmitIndicatorReturn };
export type IndicatorReturnCommand = CommandOf<typeof indicatorReturnCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const indicatorReturnEvents = { IndicatorReturned, IndicatorReturnCorrected };
export type IndicatorReturnEvent = EventOf<typeof indicatorReturnEvents>;

/** One indicator of one unit in one period of one adopted programme. */
export const indicatorReturnIdOf = (
  of: Pick<SubmitIndicatorReturn, 'programmeId' | 'organizationId' | 'indicator' | 'unitId' | 'period'>,
): string => [of.programmeId, of.organizationId, of.indicator, of.unitId, of.period].join('~');
