import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the platform's calendar has come. One row, once a day was closed. */
@Entity('last_closed_day')
export class LastClosedDay {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'last_closed_day_pkey' }) id!: number;
  @Column('date') day!: string;
}
