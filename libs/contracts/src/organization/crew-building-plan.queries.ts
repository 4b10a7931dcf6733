import { type Day, IsDay } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import type { CrewGoal } from './crew-building-plan.contract';
import { registerReaders } from './register-readers';
import { type ProductionMode, productionModes } from './unit.contract';

/** The crews at or below a unit that stand, with the plan that each has on a day and its results (provision CC-10a); paged. */
@Query({
  name: 'organization.crew-building',
  summary: { zh: '班组建设计划与指标', en: 'Crew-building plans of crews, with their results' },
  roles: registerReaders,
  provisions: ['CC-10a'],
})
export class CrewBuilding {
  @IsIdentifier() organization!: string;
  @IsDay() day!: Day;
  /** Only crews of units with this production mode. */
  @IsOptional() @IsIn(productionModes) productionMode?: ProductionMode;
  /** `false` lists the crews that have no plan on the day. */
  @IsOptional() @IsIn(['true', 'false']) planned?: 'true' | 'false';
  @IsOptional() @IsIdentifier() cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

/** A goal with what was reached: the value of each month, the latest last. */
export interface CrewGoalRow extends CrewGoal {
  results: { month: string; valueHundredths: number; attained: boolean }[];
}

export interface CrewBuildingRow {
  unitId: string;
  unitName: string;
  /** Of the crew's unit, or of the nearest unit above that was given one. */
  productionMode: ProductionMode | null;
  plan: {
    planId: string;
    adoptedOn: string;
    fromDay: string;
    untilDay: string;
    measures: string[];
    goals: CrewGoalRow[];
  } | null;
}

export interface CrewBuildingAnswer {
  crews: CrewBuildingRow[];
  nextCursor: string | null;
  position: number;
}
