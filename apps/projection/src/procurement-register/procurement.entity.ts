import type {
  ParticipationOpinion,
  ParticipationStep,
  ProcurementStepKind,
  SelectionCandidateRow,
  SelectionCriterion,
  SelectionStage,
} from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A selection of a labour subcontractor as it stands. */
@Entity('labour_subcontractor_selection')
@Index('labour_subcontractor_selection_unit', ['unitId', 'selectionId'])
export class RegisteredSelection {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'labour_subcontractor_selection_pkey' }) selectionId!: string;
  @Column('text') unitId!: string;
  @Column('text') title!: string;
  @Column('text') stage!: SelectionStage;
  @Column('json') criteria!: SelectionCriterion[];
  @Column('json') candidates!: SelectionCandidateRow[];
  @Column('date') openedOn!: string;
  @Column('date', { nullable: true }) endedOn!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) whyNotTheBest!: string | null;
  @Column('boolean', { nullable: true }) officerRequired!: boolean | null;
}

/** The record that a crew referred to last. */
@Entity('crew_selection')
export class CrewSelection {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'crew_selection_pkey' }) crewUnitId!: string;
  @Column('text') selectionId!: string;
  @Column('text') labourSubcontractorId!: string;
  @Column('date') referredOn!: string;
}

/** A tender, contract, measurement or price decision as it stands. */
@Entity('procurement_step')
@Index('procurement_step_unit', ['unitId', 'stepId'])
@Index('procurement_step_open', ['unitId', 'stepId'], { where: 'closed_on IS NULL' })
export class RegisteredProcurementStep {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'procurement_step_pkey' }) stepId!: string;
  @Column('text') unitId!: string;
  @Column('text') kind!: ProcurementStepKind;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) labourSubcontractorId!: string | null;
  @Column('date') openedOn!: string;
  @Column('date', { nullable: true }) closedOn!: string | null;
  @Column('text', { nullable: true }) outcome!: string | null;
  @Column('boolean', { nullable: true }) officerRequired!: boolean | null;
}

/** That a liaison officer took part in a decision, by the position of the event that tells it. */
@Entity('liaison_participation')
@Index('liaison_participation_unit', ['unitId', 'position'])
@Index('liaison_participation_officer', ['officerId', 'position'])
@Index('liaison_participation_decision', ['step', 'decisionId', 'position'])
export class RecordedParticipation {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'liaison_participation_pkey' }) position!: number;
  @Column('text') step!: ParticipationStep;
  @Column('text') decisionId!: string;
  @Column('text') unitId!: string;
  @Column('text') officerId!: string;
  @Column('text') opinion!: ParticipationOpinion;
  @Column('text') statement!: string;
  @Column('date') tookPartOn!: string;
}
