import { type Day, IsDay, IsText } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import { type EquityRelationKind, equityRelationKinds } from './equity-relation.contract';
import type { BlacklistAnswer, CriterionScore, SelectionCriterion } from './labour-subcontractor-selection.contract';
import {
  type ParticipationOpinion,
  type ParticipationStep,
  participationSteps,
} from './liaison-participation.contract';
import { type ProcurementStepKind, procurementStepKinds } from './procurement-step.contract';
import { registerReaders } from './register-readers';

/** How far a selection has come. */
export const selectionStages = ['comparing', 'decided', 'abandoned'] as const;
export type SelectionStage = (typeof selectionStages)[number];

/** Selections of labour subcontractors by units at or below one; paged, in the order of ids (QD-49). */
@Query({
  name: 'organization.labour-subcontractor-selections',
  summary: { zh: '劳务分包单位比选台账', en: 'Selections of labour subcontractors' },
  roles: registerReaders,
  provisions: ['QD-49'],
})
export class LabourSubcontractorSelections {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(selectionStages) stage?: SelectionStage;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

/** A candidate as it was scored last; selected or not. */
export interface SelectionCandidateRow {
  labourSubcontractorId: string;
  enteredOn: string;
  scores: CriterionScore[];
  /** None while it is not scored. */
  totalPoints: number | null;
  isSelected: boolean;
  /** What the blacklist said of it when it was selected. */
  blacklistAnswer: BlacklistAnswer | null;
}

export interface SelectionRow {
  selectionId: string;
  unitId: string;
  title: string;
  stage: SelectionStage;
  criteria: SelectionCriterion[];
  candidates: SelectionCandidateRow[];
  openedOn: string;
  /** The day of the decision, or on which it was abandoned. */
  endedOn: string | null;
  reason: string | null;
  whyNotTheBest: string | null;
  officerRequired: boolean | null;
  participations: LiaisonParticipationRow[];
}

export interface LabourSubcontractorSelectionsAnswer {
  selections: SelectionRow[];
  nextCursor: string | null;
  position: number;
}

/** Crews of labour subcontractors that stand at or below a unit, with the record by which theirs was selected, or without (QD-49). */
@Query({
  name: 'organization.crew-selections',
  summary: { zh: '班组与比选记录对照', en: 'Crews and the records of their selection' },
  roles: registerReaders,
  provisions: ['QD-49'],
})
export class CrewSelections {
  @IsIdentifier() organization!: string;
  /** Only crews that refer to a record, or only those that refer to none. */
  @IsOptional() @IsIn(['true', 'false']) referred?: 'true' | 'false';
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface CrewSelectionRow {
  crewUnitId: string;
  labourSubcontractorId: string;
  formedOn: string;
  /** None where the crew refers to no record of the labour subcontractor that it works for now. */
  selectionId: string | null;
  referredOn: string | null;
}

export interface CrewSelectionsAnswer {
  crews: CrewSelectionRow[];
  nextCursor: string | null;
  position: number;
}

/** Tenders, contracts, measurements and price decisions of units at or below one; paged, in the order of ids (JX-23). */
@Query({
  name: 'organization.procurement-steps',
  summary: { zh: '招标、合同、计量、单价环节台账', en: 'Tenders, contracts, measurements and price decisions' },
  roles: registerReaders,
  provisions: ['JX-23'],
})
export class ProcurementSteps {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIn(procurementStepKinds) kind?: ProcurementStepKind;
  /** Only those that are open, or only those that are closed. */
  @IsOptional() @IsIn(['true', 'false']) open?: 'true' | 'false';
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface ProcurementStepRow {
  stepId: string;
  unitId: string;
  kind: ProcurementStepKind;
  title: string;
  labourSubcontractorId: string | null;
  openedOn: string;
  closedOn: string | null;
  outcome: string | null;
  officerRequired: boolean | null;
  participations: LiaisonParticipationRow[];
}

export interface ProcurementStepsAnswer {
  steps: ProcurementStepRow[];
  nextCursor: string | null;
  position: number;
}

/** In which decisions at or below a unit liaison officers took part, with opinion and day; paged, as they were recorded (JX-23). */
@Query({
  name: 'organization.liaison-participations',
  summary: { zh: '协理员参与记录', en: 'The participation of liaison officers in decisions' },
  roles: registerReaders,
  provisions: ['JX-23'],
})
export class LiaisonParticipations {
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIdentifier() officer?: string;
  @IsOptional() @IsIn(participationSteps) step?: ParticipationStep;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface LiaisonParticipationRow {
  step: ParticipationStep;
  /** The selection, or the step. */
  decisionId: string;
  unitId: string;
  officerId: string;
  opinion: ParticipationOpinion;
  statement: string;
  tookPartOn: string;
}

export interface LiaisonParticipationsAnswer {
  participations: LiaisonParticipationRow[];
  nextCursor: string | null;
  position: number;
}

/** Labour subcontractors by what contractors have in them; `none` are those that nobody has a part in (QD-50). */
export const subcontractorRelations = [...equityRelationKinds, 'none'] as const;
export type SubcontractorRelation = (typeof subcontractorRelations)[number];

/**
 * Labour subcontractors that stand at or below a unit, or that a contractor at or below it has a part in, grouped by the relation on a
 * day; paged, in the order of ids (QD-50). One that two contractors have different parts in counts in both groups.
 */
@Query({
  name: 'organization.equity-relations',
  summary: { zh: '劳务分包单位股权关系', en: 'Labour subcontractors by equity relation' },
  roles: registerReaders,
  provisions: ['QD-50'],
})
export class EquityRelations {
  @IsIdentifier() organization!: string;
  @IsDay() asOfDay!: Day;
  @IsOptional() @IsIn(subcontractorRelations) relation?: SubcontractorRelation;
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface EquityRelationRow {
  contractorId: string;
  kind: EquityRelationKind;
  shareBasisPoints: number;
  fromDay: string;
  /** The first day without it, or with another one; none where none is known. */
  untilDay: string | null;
}

export interface EquityRelationsAnswer {
  byRelation: { relation: SubcontractorRelation; labourSubcontractors: number }[];
  labourSubcontractors: { labourSubcontractorId: string; name: string; relations: EquityRelationRow[] }[];
  nextCursor: string | null;
  position: number;
}
