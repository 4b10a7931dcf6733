import type { EmploymentForm, JoinerStanding, RulesInForce } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A collective admission as it stands. */
@Entity('collective_admission')
@Index('collective_admission_unit', ['unitId', 'admissionId'])
export class RegisteredCollectiveAdmission {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'collective_admission_pkey' }) admissionId!: string;
  @Column('text') massOrganizationId!: string;
  @Column('text') unitId!: string;
  @Column('text') basis!: string;
  @Column('json', { nullable: true }) rules!: RulesInForce | null;
  @Column('date') openedOn!: string;
  @Column('date', { nullable: true }) heldOn!: string | null;
}

/** A worker of one, with his last answer, or that he was admitted. */
@Entity('collective_admission_worker')
export class CollectiveAdmissionWorker {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'collective_admission_worker_pkey' }) admissionId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'collective_admission_worker_pkey' }) workerId!: string;
  @Column('text') standing!: JoinerStanding;
  @Column('text', { nullable: true }) employmentForm!: EmploymentForm | null;
  @Column('date') toldOn!: string;
}
