import type { FoundingWay, PartyOrganizationKind, PartyOrganizationSetting, SecretaryMode } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A Party organization as it stands. */
@Entity('party_organization')
@Index('party_organization_unit', ['unitId', 'partyOrganizationId'])
export class RegisteredPartyOrganization {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'party_organization_pkey' }) partyOrganizationId!: string;
  @Column('text') name!: string;
  @Column('text') kind!: PartyOrganizationKind;
  @Column('text') founding!: FoundingWay;
  @Column('text') setting!: PartyOrganizationSetting;
  @Column('text') unitId!: string;
  @Column('json') coveredUnitIds!: string[];
  @Column('text', { nullable: true }) superiorId!: string | null;
  @Column('integer') fullMembers!: number;
  @Column('integer') probationaryMembers!: number;
  @Column('integer', { nullable: true }) workerMembers!: number | null;
  @Column('integer') partyGroups!: number;
  @Column('boolean') committee!: boolean;
  @Column('text', { nullable: true }) secretaryMode!: SecretaryMode | null;
  @Column('date', { nullable: true }) secretarySince!: string | null;
  @Column('date', { nullable: true }) officersSince!: string | null;
  @Column('date', { nullable: true }) termEndsOn!: string | null;
  @Column('date') foundedOn!: string;
  @Column('date', { nullable: true }) dissolvedOn!: string | null;
}

/** A unit that a Party organization covers as it stands. None of one that was dissolved. */
@Entity('party_coverage')
@Index('party_coverage_unit', ['unitId'])
export class PartyCoverageRecord {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'party_coverage_pkey' }) partyOrganizationId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'party_coverage_pkey' }) unitId!: string;
}
