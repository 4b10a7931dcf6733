import type { EmployerType, PartyParameters } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The facts by which a unit has a duty to found a Party organization, and what is planned where it is not met. */
@Entity('founding_duty')
export class FoundingDutyRecord {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'founding_duty_pkey' }) unitId!: string;
  @Column('text') place!: string;
  @Column('text') employer!: EmployerType;
  @Column('integer') fullMembers!: number;
  @Column('date') worksFrom!: string;
  @Column('date', { nullable: true }) worksUntil!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('date', { nullable: true }) foundingPlannedOn!: string | null;
  @Column('boolean') instructorAssigned!: boolean;
}

/** The facts of a unit as they were reported, each time: by them a duty is judged on any day, as it was known at any position. */
@Entity('founding_facts')
export class FoundingFacts {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'founding_facts_pkey' }) unitId!: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'founding_facts_pkey' }) position!: number;
  /** Never before that of the unit's earlier report. */
  @Column('date') countedOn!: string;
  @Column('text') place!: string;
  @Column('text') employer!: EmployerType;
  @Column('integer') fullMembers!: number;
  @Column('date') worksFrom!: string;
  @Column('date', { nullable: true }) worksUntil!: string | null;
}

/** Parameters of a place, from a day on. The last that was told of a day counts. */
@Entity('party_parameter_set')
@Index('party_parameter_set_place', ['place', 'effectiveFrom', 'position'])
export class PartyParameterSet {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'party_parameter_set_pkey' }) position!: number;
  @Column('text') place!: string;
  @Column('date') effectiveFrom!: string;
  @Column('text') basis!: string;
  @Column('json') parameters!: PartyParameters;
}
