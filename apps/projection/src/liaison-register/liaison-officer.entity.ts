import type {
  LiaisonLevel,
  LiaisonMode,
  LiaisonStage,
  LiaisonTrainingTopic,
  NominationScore,
} from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A liaison officer as things stand: the last post that the person was nominated for. */
@Entity('liaison_officer')
@Index('liaison_officer_unit', ['unitId', 'stage', 'officerId'])
@Index('liaison_officer_term', ['officerId', 'termEndsOn'], {
  where: "term_ends_on IS NOT NULL AND stage IN ('appointed', 'onDuty')",
})
export class RegisteredLiaisonOfficer {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_officer_pkey' }) officerId!: string;
  @Column('text') level!: LiaisonLevel;
  @Column('text') mode!: LiaisonMode;
  @Column('text') unitId!: string;
  @Column('text') stage!: LiaisonStage;
  @Column('date') nominatedOn!: string;
  @Column('json') scores!: NominationScore[];
  @Column('date', { nullable: true }) approvedOn!: string | null;
  @Column('text', { nullable: true }) dispatchingUnitId!: string | null;
  @Column('json') managingUnitIds!: string[];
  @Column('integer', { nullable: true }) definitionVersion!: number | null;
  @Column('text', { nullable: true }) treatment!: string | null;
  @Column('date', { nullable: true }) effectiveOn!: string | null;
  @Column('date', { nullable: true }) termEndsOn!: string | null;
  @Column('date', { nullable: true }) obligationsAcceptedOn!: string | null;
  @Column('json') topicsMissing!: LiaisonTrainingTopic[];
  /** No topic of the training before duty is missing. */
  @Column('boolean') trained!: boolean;
  @Column('integer') courseHours!: number;
  @Column('date', { nullable: true }) onDutyFrom!: string | null;
  @Column('date', { nullable: true }) relievedOn!: string | null;
  /** The profile is public, by the officer's consent; what it says is not kept here. */
  @Column('boolean') published!: boolean;
  @Column('text', { nullable: true }) armbandNumber!: string | null;
}
