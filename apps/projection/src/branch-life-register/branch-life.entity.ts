import type { BranchLifeKind, Lecturer } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An entry of the ledger of branch life, as corrected. */
@Entity('branch_life_record')
@Index('branch_life_record_day', ['heldOn', 'recordId'])
@Index('branch_life_record_unit', ['unitId', 'heldOn', 'recordId'])
@Index('branch_life_record_crews', ['heldOn', 'recordId'], { where: 'with_crews' })
@Index('branch_life_record_branch', ['partyOrganizationId', 'heldOn', 'recordId'])
export class BranchLifeEntry {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'branch_life_record_pkey' }) recordId!: string;
  @Column('text') partyOrganizationId!: string;
  @Column('text') unitId!: string;
  @Column('text') kind!: BranchLifeKind;
  @Column('date') heldOn!: string;
  @Column('text') subject!: string;
  @Column('integer') present!: number;
  @Column('json') crewIds!: string[];
  @Column('boolean') withCrews!: boolean;
  @Column('text', { nullable: true }) crewTaskId!: string | null;
  @Column('text', { nullable: true }) lecturer!: Lecturer | null;
  @Column('text', { nullable: true }) lecturerId!: string | null;
  @Column('integer', { nullable: true }) ratingPercent!: number | null;
  @Column('integer', { nullable: true }) classHours!: number | null;
  @Column('integer') corrections!: number;
  @Column('boolean') withdrawn!: boolean;
}
