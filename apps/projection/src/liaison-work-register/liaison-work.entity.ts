import type { LiaisonActivity, LiaisonFinding, LiaisonWorkResult } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An entry of a work log that stands. */
@Entity('liaison_work_entry')
@Index('liaison_work_entry_unit', ['unitId', 'month'])
@Index('liaison_work_entry_post', ['postUnitId', 'month'])
@Index('liaison_work_entry_officer', ['officerId', 'month'])
@Index('liaison_work_entry_subordinate', ['subordinateId', 'activity', 'workedOn'], {
  where: 'subordinate_id IS NOT NULL',
})
export class LiaisonWorkEntryRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_work_entry_pkey' }) officerId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_work_entry_pkey' }) entryId!: string;
  @Column('text') postUnitId!: string;
  @Column('text') unitId!: string;
  @Column('date') workedOn!: string;
  @Column('text') month!: string;
  @Column('text') activity!: LiaisonActivity;
  @Column('text', { nullable: true }) workKindId!: string | null;
  @Column('json') dutyIds!: string[];
  @Column('integer') personsPresent!: number;
  @Column('integer') requestsRaised!: number;
  @Column('integer') mattersOpened!: number;
  @Column('integer', { nullable: true }) minutes!: number | null;
  @Column('text', { nullable: true }) result!: LiaisonWorkResult | null;
  @Column('text', { nullable: true }) subordinateId!: string | null;
  @Column('json') findings!: LiaisonFinding[];
}

/** What holds for liaison work in a unit and below it from a day on. */
@Entity('liaison_parameters')
export class LiaisonParametersRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_parameters_pkey' }) organizationId!: string;
  @PrimaryColumn('date', { primaryKeyConstraintName: 'liaison_parameters_pkey' }) effectiveFrom!: string;
  @Column('integer') teamVisitsPerMonth!: number;
  @Column('integer') guidanceEveryMonths!: number;
  @Column('integer') checkEveryMonths!: number;
}
