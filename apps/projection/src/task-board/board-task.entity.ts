import type { Evidence, TaskStage } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A task as it stands. */
@Entity('task')
@Index('task_due', ['programmeId', 'dueOn', 'taskId'])
@Index('task_owner', ['ownerUnitId'])
@Index('task_duty', ['dutyId', 'dutyPeriod'], { where: 'duty_id IS NOT NULL' })
@Index('task_open', ['taskId'], { where: "stage IN ('planned', 'inProgress', 'returned') AND NOT overdue" })
export class BoardTask {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'task_pkey' }) taskId!: string;
  @Column('text') stream!: string;
  @Column('text') programmeId!: string;
  @Column('text') organizationId!: string;
  @Column('text') measureId!: string;
  @Column('text') title!: string;
  @Column('text') ownerUnitId!: string;
  @Column('json') cooperatingUnitIds!: string[];
  @Column('json') leadUnitIds!: string[];
  @Column('text') stage!: TaskStage;
  @Column('boolean') overdue!: boolean;
  @Column('integer') progressPercent!: number;
  @Column('date') plannedOn!: string;
  @Column('date') dueOn!: string;
  @Column('text', { nullable: true }) evidenceAsked!: string | null;
  @Column('text', { nullable: true }) dutyId!: string | null;
  @Column('text', { nullable: true }) dutyPeriod!: string | null;
  @Column('text', { nullable: true }) escalatedToUnitId!: string | null;
  /** All that was shown so far, in the order in which it was reported. */
  @Column('json') evidence!: Evidence[];
}
