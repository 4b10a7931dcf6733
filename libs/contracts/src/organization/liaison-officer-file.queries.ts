import { type Day, IsDay } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import type { LiaisonOfficerRow, LiaisonWorkRow } from './liaison.queries';
import type { AssessmentResult, DutiesOfYear } from './liaison-assessment.contract';
import type { ProposalOutcome, RightUseForm } from './liaison-right.contract';
import { registerReaders } from './register-readers';

/**
 * What an officer was to do and did in a year: tasks, log, rights used, assessment. For the unit of the post, the dispatching body, and
 * both managing units, which need not stand above the post in the tree (JX-35).
 */
@Query({
  name: 'organization.liaison-officer-file',
  summary: { zh: '查询协理员任务与写实档案', en: 'Tasks, log and assessment of a liaison officer in a year' },
  roles: registerReaders,
  provisions: ['JX-35'],
  towards: ['JX-37', 'JX-38a', 'JX-38b', 'JX-04'],
})
export class LiaisonOfficerFile {
  @IsIdentifier() officer!: string;
  @NumberFromText() @IsInt() @Min(2000) @Max(2199) year!: number;
  @IsDay() asOfDay!: Day;
}

export const dutyTaskStatuses = ['done', 'doneLate', 'open', 'overdue'] as const;
export type DutyTaskStatus = (typeof dutyTaskStatuses)[number];

/** A duty in one of its periods (JX-38a). */
export interface DutyTaskRow {
  dutyId: string;
  text: string;
  /** What it is shown by, where the definition asks for it. */
  evidence: string | null;
  period: string;
  dueOn: string;
  doneOn: string | null;
  status: DutyTaskStatus;
}

export interface LiaisonJudgementRow extends AssessmentResult {
  breachedObligationIds: string[];
  duties: DutiesOfYear | null;
  judgedOn: string;
}

export interface LiaisonAssessmentRow {
  judgements: LiaisonJudgementRow[];
  concludedOn: string | null;
  allowsRenewal: boolean | null;
}

export interface LiaisonOfficerFileAnswer {
  officer: LiaisonOfficerRow;
  tasks: DutyTaskRow[];
  /** Of the tasks that are due by the day: done, and their share in hundredths of a percent; null while none is due. */
  duties: DutiesOfYear;
  dutiesDoneBasisPoints: number | null;
  work: LiaisonWorkRow[];
  /** How often each right was used. */
  rights: { rightId: string; form: RightUseForm; uses: number }[];
  assessment: LiaisonAssessmentRow;
  position: number;
}

export const proposalStatuses = ['answered', 'open', 'overdue'] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

/** Rights that officers of a unit and those below it used, and what became of their proposals, in the order of their ids (JX-37); paged. */
@Query({
  name: 'organization.liaison-right-uses',
  summary: { zh: '查询协理员行使权利情况', en: 'Rights that liaison officers used' },
  roles: registerReaders,
  towards: ['JX-37'],
})
export class LiaisonRightUses {
  @IsIdentifier() organization!: string;
  @IsDay() asOfDay!: Day;
  @IsOptional() @IsIdentifier() officer?: string;
  /** Proposals alone, as they stand on the day. */
  @IsOptional() @IsIn(proposalStatuses) proposals?: ProposalStatus;
  /** The last use id of the page before. */
  @IsOptional() @IsIdentifier() cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface LiaisonRightUseRow {
  useId: string;
  officerId: string;
  postUnitId: string;
  rightId: string;
  form: RightUseForm;
  subject: string;
  usedOn: string;
  proposal: {
    unitId: string;
    answerDueOn: string;
    status: ProposalStatus;
    outcome: ProposalOutcome | null;
    answer: string | null;
    answeredOn: string | null;
  } | null;
}

export interface LiaisonRightUsesAnswer {
  uses: LiaisonRightUseRow[];
  nextCursor: string | null;
  position: number;
}
