import { type Day, IsDay } from '@gongyou/domain';
import { IsInt, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsIdentifierList, IsNested, IsShortText } from '../fields';
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
  towards: ['JX-04', 'JX-35', 'JX-38b'],
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
  @IsDay() concludedOn!: Day;
}

export const liaisonAssessmentCommands = { ReportLiaisonYear, JudgeLiaisonYear };
export type LiaisonAssessmentCommand = CommandOf<typeof liaisonAssessmentCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const liaisonAssessmentEvents = { LiaisonYearReported, LiaisonYearJudged, LiaisonAssessmentConcluded };
export type LiaisonAssessmentEvent = EventOf<typeof liaisonAssessmentEvents>;
