import type { ProductionMode, PublishedNotice, UnitKind } from '@gongyou/contracts';
import type { CreditCodeCheck } from '@gongyou/domain';
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
  @Column('text', { nullable: true }) creditCodeCheck!: CreditCodeCheck | null;
  @Column('json', { nullable: true }) creditCodeNotice!: PublishedNotice | null;
  /** None while only a unit above has one. */
  @Column('text', { nullable: true }) productionMode!: ProductionMode | null;
  @Column('date') establishedOn!: string;
  @Column('date', { nullable: true }) closedOn!: string | null;
}

/**
 * Under which parent a unit stood: from a position of the ledger and a day on, until the next placement's position and day. Days
 * never run backwards within a unit, so a placement is in effect on both clocks where it has begun and the next has not.
 */
@Entity('unit_placement')
@Index('unit_placement_parent', ['parentId'])
export class UnitPlacement {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'unit_placement_pkey' }) unitId!: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'unit_placement_pkey' }) fromPosition!: number;
  @Column('text', { nullable: true }) parentId!: string | null;
  /** Never before that of the unit's earlier row. */
  @Column('date') fromDay!: string;
  /** Of the unit's next row; null for the last. */
  @Column('bigint', { nullable: true }) untilPosition!: number | null;
  @Column('date', { nullable: true }) untilDay!: string | null;
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
