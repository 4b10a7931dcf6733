import type { CongressKind, CongressLevel, HighSkillLevel, RecommendationOutcome } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A recommendation of a worker as a delegate, and what became of it. */
@Entity('delegate_recommendation')
@Index('delegate_recommendation_unit', ['recommendingUnitId', 'recommendationId'])
export class RegisteredDelegateRecommendation {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'delegate_recommendation_pkey' }) recommendationId!: string;
  @Column('text') workerId!: string;
  @Column('text') body!: CongressKind;
  @Column('text') level!: CongressLevel;
  @Column('text') bodyName!: string;
  @Column('text') skillLevel!: HighSkillLevel;
  @Column('text') recommendingUnitId!: string;
  @Column('date') consentedOn!: string;
  @Column('date') recommendedOn!: string;
  @Column('text', { nullable: true }) outcome!: RecommendationOutcome | null;
  @Column('date', { nullable: true }) decidedOn!: string | null;
}
