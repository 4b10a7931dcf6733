import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The day in Asia/Shanghai on which the events from a position on were recorded, until the next row. */
@Entity('recorded_day')
export class RecordedDay {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'recorded_day_pkey' }) fromPosition!: number;
  @Column('date') day!: string;
}
