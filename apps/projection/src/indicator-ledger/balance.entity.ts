import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LedgerIndicator } from './indicators';

/** The sum of all postings that agree in everything but event and day: kept for speed, and at any time recomputed from the postings. */
@Entity('balance')
export class Balance {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'balance_pkey' }) organizationId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'balance_pkey' }) programmeId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'balance_pkey' }) periodMonth!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'balance_pkey' }) indicator!: LedgerIndicator;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'balance_pkey' }) measureId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'balance_pkey' }) unitId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'balance_pkey' }) dimension!: string;
  @Column('bigint') amount!: number;
}
