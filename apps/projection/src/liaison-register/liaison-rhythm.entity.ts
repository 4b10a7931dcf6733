import type { AssessmentResult, DutiesOfYear, LiaisonActivity } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A district meeting that was held (JX-20). */
@Entity('liaison_meeting')
@Index('liaison_meeting_district', ['districtId', 'heldOn'])
export class HeldLiaisonMeeting {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_meeting_pkey' }) meetingId!: string;
  @Column('text') districtId!: string;
  @Column('date') heldOn!: string;
}

/** What an officer did in a month, by activity, in sums (JX-19). */
@Entity('liaison_work_month')
@Index('liaison_work_month_unit', ['postUnitId', 'month'])
export class LiaisonWorkMonth {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_work_month_pkey' }) officerId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_work_month_pkey' }) month!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_work_month_pkey' }) postUnitId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_work_month_pkey' }) activity!: LiaisonActivity;
  @Column('integer') entries!: number;
  @Column('integer') personsPresent!: number;
  @Column('integer') requestsRaised!: number;
  @Column('integer') mattersOpened!: number;
}

/** A yearly assessment that both managing units have given (JX-35). */
@Entity('liaison_assessment')
export class ConcludedLiaisonAssessment {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_assessment_pkey' }) officerId!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'liaison_assessment_pkey' }) year!: number;
  @Column('json') results!: AssessmentResult[];
  /** None where the role definition has no grades (JX-04). */
  @Column('boolean', { nullable: true }) allowsRenewal!: boolean | null;
  @Column('date') concludedOn!: string;
}

/** What one managing unit found of an officer's year. */
@Entity('liaison_judgement')
export class LiaisonJudgement {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_judgement_pkey' }) officerId!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'liaison_judgement_pkey' }) year!: number;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_judgement_pkey' }) managingUnitId!: string;
  @Column('integer') score!: number;
  @Column('json') breachedObligationIds!: string[];
  @Column('json', { nullable: true }) duties!: DutiesOfYear | null;
  @Column('date') judgedOn!: string;
}
