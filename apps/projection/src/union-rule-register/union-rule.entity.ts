import type { AdmissionBasis, AdmissionStep, MemberEntitlement, NewEmploymentCategory } from '@gongyou/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of a unit's rules of union admission. */
@Entity('union_admission_rules_version')
export class UnionAdmissionRulesVersion {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'union_admission_rules_version_pkey' }) unitId!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'union_admission_rules_version_pkey' }) version!: number;
  @Column('json') basis!: AdmissionBasis[];
  @Column('json') categories!: NewEmploymentCategory[];
  @Column('json') steps!: AdmissionStep[];
  @Column('date') inForceFrom!: string;
}

/** A version of what a trade union gives its members. */
@Entity('union_member_benefits_version')
export class UnionMemberBenefitsVersion {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'union_member_benefits_version_pkey' })
  massOrganizationId!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'union_member_benefits_version_pkey' }) version!: number;
  @Column('json') entitlements!: MemberEntitlement[];
  @Column('date') inForceFrom!: string;
}

/** A unit's rule on workers' posts in mass organizations, and until when it was in force. */
@Entity('posting_rule')
export class RegisteredPostingRule {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'posting_rule_pkey' }) unitId!: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'posting_rule_pkey' }) fromPosition!: number;
  @Column('text') documentNumber!: string;
  @Column('text') title!: string;
  @Column('date') inForceFrom!: string;
  /** The first day on which it was in force no more. */
  @Column('date', { nullable: true }) inForceUntil!: string | null;
}
