import type { EmploymentForm } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A worker's union membership as it stands; who has left is kept with the day. */
@Entity('union_member')
@Index('union_member_unit', ['unitId', 'employmentForm'], { where: 'ended_on IS NULL' })
export class UnionMember {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'union_member_pkey' }) workerId!: string;
  @Column('text') massOrganizationId!: string;
  @Column('text') unitId!: string;
  @Column('text') employmentForm!: EmploymentForm;
  @Column('date') memberSince!: string;
  @Column('date', { nullable: true }) endedOn!: string | null;
  @Column('text', { nullable: true }) membershipNumber!: string | null;
  @Column('date', { nullable: true }) cardIssuedOn!: string | null;
}

/** From which day on a worker was in which union. */
@Entity('union_membership_stay')
export class UnionMembershipStay {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'union_membership_stay_pkey' }) workerId!: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'union_membership_stay_pkey' }) fromPosition!: number;
  @Column('text') massOrganizationId!: string;
  @Column('text') unitId!: string;
  @Column('date') fromDay!: string;
}
