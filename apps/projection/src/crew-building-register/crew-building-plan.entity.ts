import type { CrewGoal } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A plan of crew building of a crew, with what was reached under its goals. */
@Entity('crew_building_plan')
@Index('crew_building_plan_days', ['unitId', 'fromDay', 'untilDay'])
export class CrewBuildingPlanRecord {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'crew_building_plan_pkey' }) unitId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'crew_building_plan_pkey' }) planId!: string;
  @Column('date') adoptedOn!: string;
  @Column('date') fromDay!: string;
  @Column('date') untilDay!: string;
  @Column('json') measures!: string[];
  @Column('json') goals!: CrewGoal[];
  /** By goal and month, as they were recorded last. */
  @Column('json') results!: { goalId: string; month: string; valueHundredths: number }[];
}
