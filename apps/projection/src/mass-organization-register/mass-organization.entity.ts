import type {
  BranchPost,
  MassOrganizationForm,
  MassOrganizationKind,
  MassOrganizationStage,
  Officer,
} from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A mass organization as it stands. */
@Entity('mass_organization')
@Index('mass_organization_host', ['hostUnitId', 'massOrganizationId'])
export class RegisteredMassOrganization {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'mass_organization_pkey' }) massOrganizationId!: string;
  @Column('text') kind!: MassOrganizationKind;
  @Column('text') form!: MassOrganizationForm;
  @Column('text') name!: string;
  @Column('text') hostUnitId!: string;
  @Column('json') coveredUnitIds!: string[];
  @Column('text') stage!: MassOrganizationStage;
  @Column('date') appliedOn!: string;
  @Column('date', { nullable: true }) activeSince!: string | null;
  @Column('date', { nullable: true }) termEndsOn!: string | null;
  /** Those of the last term that began. */
  @Column('json') officers!: Officer[];
  @Column('date', { nullable: true }) dissolvedOn!: string | null;
}

/** Since and until when a mass organization is there for a unit. */
@Entity('mass_organization_coverage')
@Index('mass_organization_coverage_unit', ['unitId'])
export class MassOrganizationCoverage {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'mass_organization_coverage_pkey' }) massOrganizationId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'mass_organization_coverage_pkey' }) unitId!: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'mass_organization_coverage_pkey' }) fromPosition!: number;
  @Column('text') kind!: MassOrganizationKind;
  @Column('text') form!: MassOrganizationForm;
  @Column('date') coveredFrom!: string;
  /** The first day on which it is covered no more. */
  @Column('date', { nullable: true }) coveredUntil!: string | null;
}

/** A term of a mass organization. */
@Entity('mass_organization_term')
export class MassOrganizationTerm {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'mass_organization_term_pkey' }) massOrganizationId!: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'mass_organization_term_pkey' }) fromPosition!: number;
  @Column('date') confirmedOn!: string;
  /** The last day. */
  @Column('date') endsOn!: string;
  /** The post that the chair holds in the Party branch as well (HM-03d). */
  @Column('text') chairBranchPost!: BranchPost;
}
