import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By when Party work will reach a unit, and why it does not yet; the last that was told. */
@Entity('party_cover_plan')
export class PartyCoverPlan {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'party_cover_plan_pkey' }) unitId!: string;
  @Column('text') reason!: string;
  @Column('date') coverPlannedOn!: string;
}
