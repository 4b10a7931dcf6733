import type { PostingGrade, PostingMode } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A post that a worker holds, or held, in a mass organization. */
@Entity('mass_organization_posting')
@Index('mass_organization_posting_unit', ['unitId', 'postingId'])
export class RegisteredPosting {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'mass_organization_posting_pkey' }) postingId!: string;
  @Column('text') workerId!: string;
  @Column('text') massOrganizationId!: string;
  @Column('text') unitId!: string;
  @Column('text') post!: string;
  @Column('text') mode!: PostingMode;
  @Column('date') beginsOn!: string;
  /** The last day: that of the term, or an earlier one. */
  @Column('date') endsOn!: string;
  @Column('text', { nullable: true }) grade!: PostingGrade | null;
}
