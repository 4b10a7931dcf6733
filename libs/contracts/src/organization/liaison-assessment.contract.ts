import { type Day, IsDay } from '@gongyou/domain';
import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsCount, IsIdentifier, IsIdentifierList, IsNested, IsNestedList, IsShortText } from '../fields';
import { Evidence } from '../supervision/task.contract';

// As stacked decorators do it, the type is told last: JSON Schema keeps the last one.
const IsYear = (): PropertyDecorator => (target, property) =>
  [Max(2199), Min(2000), IsInt()].forEach((decorate) => decorate(target, property));

/** The officer hands in the report on his own year, with which the assessment begins (JX-04). */
@Command({
  name: 'organization.liaison-assessment.report',
  summary: { zh: '提交协理员年度述职', en: 'Hand in the yearly self-report of a liaison officer' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem'],
  towards: ['JX-04', 'JX-35'],
})
export class ReportLiaisonYear {
  @IsIdentifier() officerId!: string;
  @IsYear() year!: number;
  @IsNested(() => Evidence) report!: Evidence;
  @IsDay() reportedOn!: Day;
}

/** One of the two managing units judges the year; the assessment needs both (JX-35). */
@Command({
  name: 'organization.liaison-assessment.judge',
  summary: { zh: '考核协理员', en: 'Judge the year of a liaison officer' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'],
  provisions: ['JX-38b'],
  towards: ['JX-04', 'JX-35', 'JX-38a'],
})
export class JudgeLiaisonYear {
  @IsIdentifier() officerId!: string;
  @IsYear() year!: number;
  @IsIdentifier() managingUnitId!: string;
  @IsInt() @Min(0) @Max(100) score!: number;
  /** Obligations of the role definition that were not kept (JX-38b). */
  @IsIdentifierList(20) breachedObligationIds!: string[];
  @IsDay() judgedOn!: Day;
}

/** How many tasks the duties of a post made in a year, and how many of them were done (JX-38a). */
export class DutiesOfYear {
  @IsCount(0, 10_000) due!: number;
  @IsCount(0, 10_000) done!: number;
}

/** What one managing unit found: its score, and the grade that the role definition gives for it (JX-04). */
export class AssessmentResult {
  @IsIdentifier() managingUnitId!: string;
  @IsInt() @Min(0) @Max(100) score!: number;
  @IsOptional() @IsShortText(60) grade?: string;
}

@DomainEvent({ context: 'organization', summary: { zh: '协理员已述职', en: 'A liaison officer reported on the year' } })
export class LiaisonYearReported {
  @IsIdentifier() officerId!: string;
  @IsYear() year!: number;
  @IsNested(() => Evidence) report!: Evidence;
  @IsDay() reportedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '协理员年度考核意见已给出', en: 'A managing unit judged a liaison year' },
})
export class LiaisonYearJudged {
  @IsIdentifier() officerId!: string;
  @IsYear() year!: number;
  @IsIdentifier() managingUnitId!: string;
  @IsInt() @Min(0) @Max(100) score!: number;
  @IsIdentifierList(20) breachedObligationIds!: string[];
  @IsDay() judgedOn!: Day;
  /** The duties that were due in the year, and those that were done: the base of the judgement (JX-38a). */
  @IsOptional() @IsNested(() => DutiesOfYear) duties?: DutiesOfYear;
  /** The actor who judged, and who therefore cannot judge for the other managing unit (JX-35). */
  @IsShortText(100) judgedBy!: string;
}

/** Both managing units have judged. The scores stand side by side: the document gives no rule to make one of them. */
@DomainEvent({
  context: 'organization',
  summary: { zh: '协理员年度考核已完成', en: 'The assessment of a liaison year was concluded' },
})
export class LiaisonAssessmentConcluded {
  @IsIdentifier() officerId!: string;
  @IsYear() year!: number;
  @IsOptional() @IsNestedList(() => AssessmentResult, 2, 2) results?: AssessmentResult[];
  /** Whether the grades of both allow a renewal of the term; none where the role definition has no grades. */
  @IsOptional() @IsBoolean() allowsRenewal?: boolean;
  @IsDay() concludedOn!: Day;
}

export const liaisonAssessmentCommands = { ReportLiaisonYear, JudgeLiaisonYear };
export type LiaisonAssessmentCommand = CommandOf<typeof liaisonAssessmentCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const liaisonAssessmentEvents = { LiaisonYearReported, LiaisonYearJudged, LiaisonAssessmentConcluded };
export type LiaisonAssessmentEvent = EventOf<typeof liaisonAssessmentEvents>;
