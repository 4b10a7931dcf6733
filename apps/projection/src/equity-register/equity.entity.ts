import type { EquityRelationKind } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a contractor had in a labour subcontractor, from a day on until before another. */
@Entity('equity_holding')
@Index('equity_holding_contractor', ['contractorId', 'labourSubcontractorId'])
export class EquityHolding {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'equity_holding_pkey' }) labourSubcontractorId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'equity_holding_pkey' }) contractorId!: string;
  @PrimaryColumn('date', { primaryKeyConstraintName: 'equity_holding_pkey' }) fromDay!: string;
  @Column('text') kind!: EquityRelationKind;
  @Column('integer') shareBasisPoints!: number;
  /** The first day without it, or with another one; null where none is known. */
  @Column('date', { nullable: true }) untilDay!: string | null;
}
