import type { ParticipantRole, ProjectCategory, ProjectFacts, ProjectRow, ProjectStatus } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A project as it stands. */
@Entity('project')
@Index('project_status', ['status', 'unitId'])
@Index('project_category', ['category', 'unitId'])
@Index('project_standardised', ['unitId'], { where: 'is_standardised' })
export class RegisteredProject {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'project_pkey' }) unitId!: string;
  @Column('json') facts!: ProjectFacts;
  @Column('text') category!: ProjectCategory;
  @Column('text') status!: ProjectStatus;
  @Column('date') statusSince!: string;
  @Column('date') registeredOn!: string;
  /** The first day on which it was known to be under construction. */
  @Column('date', { nullable: true }) startedOn!: string | null;
  @Column('date', { nullable: true }) completedOn!: string | null;
  @Column('json') plannedAwards!: ProjectRow['plannedAwards'];
  @Column('json', { nullable: true }) standardised!: ProjectRow['standardised'];
  @Column('boolean') isStandardised!: boolean;
}

/** A company that takes or took part in a project. */
@Entity('project_participant')
export class ProjectParticipant {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'project_participant_pkey' }) unitId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'project_participant_pkey' }) participationId!: string;
  @Column('text') creditCode!: string;
  @Column('text') companyName!: string;
  @Column('text') role!: ParticipantRole;
  @Column('text', { nullable: true }) companyUnitId!: string | null;
  @Column('text', { nullable: true }) managerId!: string | null;
  @Column('date') enteredOn!: string;
  @Column('date', { nullable: true }) leftOn!: string | null;
}
