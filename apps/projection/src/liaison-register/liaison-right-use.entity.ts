import type { ProposalOutcome, RightUseForm } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A right that an officer used; a proposal with its answer (JX-37). */
@Entity('liaison_right_use')
@Index('liaison_right_use_officer', ['officerId', 'usedOn'])
@Index('liaison_right_use_post', ['postUnitId', 'useId'])
@Index('liaison_right_use_proposal', ['proposedToUnitId', 'useId'], { where: 'proposed_to_unit_id IS NOT NULL' })
export class UsedLiaisonRight {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_right_use_pkey' }) useId!: string;
  @Column('text') officerId!: string;
  @Column('text') postUnitId!: string;
  @Column('text') rightId!: string;
  @Column('text') form!: RightUseForm;
  @Column('text') subject!: string;
  @Column('date') usedOn!: string;
  @Column('text', { nullable: true }) proposedToUnitId!: string | null;
  @Column('date', { nullable: true }) answerDueOn!: string | null;
  @Column('text', { nullable: true }) outcome!: ProposalOutcome | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('date', { nullable: true }) answeredOn!: string | null;
}
