import type { HazardKind, SafetyPostKind } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A safety post of a crew as it stands. */
@Entity('safety_post')
@Index('safety_post_unit', ['unitId', 'postId'])
export class RegisteredSafetyPost {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'safety_post_pkey' }) postId!: string;
  @Column('text') unitId!: string;
  @Column('text') kind!: SafetyPostKind;
  @Column('text') workerId!: string;
  @Column('date') appointedOn!: string;
  @Column('date', { nullable: true }) endedOn!: string | null;
}

/** A hazard that a safety post found, as it stands. */
@Entity('hazard')
@Index('hazard_month', ['unitId', 'month'])
export class FoundHazard {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'hazard_pkey' }) postId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'hazard_pkey' }) hazardId!: string;
  @Column('text') unitId!: string;
  /** The month in which it was found. */
  @Column('text') month!: string;
  @Column('text') foundBy!: SafetyPostKind;
  @Column('text') kind!: HazardKind;
  @Column('date') foundOn!: string;
  @Column('date', { nullable: true }) remediedOn!: string | null;
  @Column('date', { nullable: true }) rewardedOn!: string | null;
  @Column('bigint') paidFen!: number;
}
