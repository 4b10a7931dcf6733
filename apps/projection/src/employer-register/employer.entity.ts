import type { EnterpriseOwnership } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who owns an enterprise from a position of the ledger and a day on. */
@Entity('enterprise_ownership')
export class OwnershipOfEnterprise {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'enterprise_ownership_pkey' }) unitId!: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'enterprise_ownership_pkey' }) fromPosition!: number;
  @Column('text') ownership!: EnterpriseOwnership;
  @Column('date') fromDay!: string;
}

/** How many worked for an employer, and how many of them were union members, when it was counted. */
@Entity('headcount')
export class Headcount {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'headcount_pkey' }) unitId!: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'headcount_pkey' }) fromPosition!: number;
  @Column('integer') staffCount!: number;
  @Column('integer') memberCount!: number;
  @Column('date') countedOn!: string;
}

/** What was told last of an employer's union contribution for a month. */
@Entity('union_contribution')
@Index('union_contribution_short', ['unitId', 'month'], { where: 'paid_fen < due_fen' })
export class UnionContribution {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'union_contribution_pkey' }) unitId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'union_contribution_pkey' }) month!: string;
  @Column('bigint') wagesFen!: number;
  @Column('bigint') dueFen!: number;
  @Column('bigint') paidFen!: number;
  @Column('date') paidOn!: string;
}
