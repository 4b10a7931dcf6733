import type { CrewSupportRole } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A visit to a crew that stands on record. */
@Entity('crew_support_visit')
@Index('crew_support_visit_assignment', ['unitId', 'assignmentId', 'month'])
export class CrewSupportVisitRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'crew_support_visit_pkey' }) unitId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'crew_support_visit_pkey' }) month!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'crew_support_visit_pkey' }) visitId!: string;
  @Column('text') assignmentId!: string;
  @Column('text') role!: CrewSupportRole;
  @Column('date') visitedOn!: string;
  @Column('integer', { nullable: true }) minutes!: number | null;
  @Column('integer') mattersRaised!: number;
  @Column('integer') mattersFollowedUp!: number;
}
