import type { UnitKind } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A unit as it stands. */
@Entity('unit')
@Index('unit_parent_id', ['parentId'])
export class RegisteredUnit {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'unit_pkey' }) unitId!: string;
  @Column('text') kind!: UnitKind;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) parentId!: string | null;
  @Column('text', { nullable: true }) creditCode!: string | null;
  @Column('date') establishedOn!: string;
  @Column('date', { nullable: true }) closedOn!: string | null;
}

/** Under which parent a unit stands from a position of the ledger and a day on, so that the tree can be told on both clocks. */
@Entity('unit_parent')
export class UnitParent {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'unit_parent_pkey' }) unitId!: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'unit_parent_pkey' }) fromPosition!: number;
  @Column('text', { nullable: true }) parentId!: string | null;
  /** Never before that of the unit's earlier row. */
  @Column('date') fromDay!: string;
}

/** What a unit is called from a position of the ledger and a day on. */
@Entity('unit_name')
export class UnitName {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'unit_name_pkey' }) unitId!: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'unit_name_pkey' }) fromPosition!: number;
  @Column('text') name!: string;
  /** Never before that of the unit's earlier row. */
  @Column('date') fromDay!: string;
}
