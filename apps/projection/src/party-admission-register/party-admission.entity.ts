import type {
  AdmissionGroup,
  AdmissionLimit,
  AdmissionPaper,
  AdmissionStage,
  Distinction,
  EmployerType,
} from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An admission to the Party as it stands. It holds identifiers and days, and nothing else of a person. */
@Entity('party_admission')
@Index('party_admission_unit', ['unitId', 'admissionId'])
@Index('party_admission_admitted', ['admittedUnitId', 'admittedOn'], { where: 'admitted_on IS NOT NULL' })
@Index('party_admission_due', ['admissionId', 'nextDueOn'], { where: 'next_due_on IS NOT NULL' })
export class RegisteredPartyAdmission {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'party_admission_pkey' }) admissionId!: string;
  @Column('text') applicantId!: string;
  @Column('text') partyOrganizationId!: string;
  @Column('text') unitId!: string;
  @Column('text') stage!: AdmissionStage;
  @Column('date') stageSince!: string;
  @Column('json') groups!: AdmissionGroup[];
  @Column('json') distinctions!: Distinction[];
  @Column('text') employer!: EmployerType;
  @Column('json') limits!: AdmissionLimit[];
  /** The earliest of the limits, or the day since when papers are missing. */
  @Column('date', { nullable: true }) nextDueOn!: string | null;
  /** The unit and the day that the admission is counted for. */
  @Column('text', { nullable: true }) admittedUnitId!: string | null;
  @Column('date', { nullable: true }) admittedOn!: string | null;
  @Column('date', { nullable: true }) probationEndsOn!: string | null;
  @Column('date', { nullable: true }) standingFrom!: string | null;
  @Column('json') papers!: AdmissionPaper[];
}
