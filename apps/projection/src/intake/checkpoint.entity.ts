import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the read models have come. One row. */
@Entity('checkpoint')
export class Checkpoint {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'checkpoint_pkey' }) id!: number;
  /** Last position taken in; -1 before the first. */
  @Column('bigint') position!: number;
}
