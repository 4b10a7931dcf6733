import { type Day, IsDay, IsMonth, type Month } from '@gongyou/domain';
import { IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsCount, IsIdentifier, IsLongText, IsNestedList, IsShortText, IsTextList } from '../fields';

const keepers: Role[] = ['administrator', 'unitOfficer', 'enterpriseSystem'];

/** What crew building is measured by in factory-type production (provision CC-10a). */
export const crewGoalKinds = ['quality', 'efficiency', 'skill'] as const;
export type CrewGoalKind = (typeof crewGoalKinds)[number];

/** Values are whole hundredths of their unit, so that 98.76 % is 9876. */
const MOST_HUNDREDTHS = 1_000_000_000_000;
const IsHundredths = (): PropertyDecorator => IsCount(0, MOST_HUNDREDTHS);

/** An indicator of a crew, and what the plan wants of it. */
export class CrewGoal {
  @IsIdentifier() goalId!: string;
  @IsIn(crewGoalKinds) kind!: CrewGoalKind;
  @IsShortText(100) title!: string;
  /** In what it is measured: percent, pieces a shift. */
  @IsShortText(50) measuredIn!: string;
  /** Whether more is better, or less. */
  @IsIn(['>=', '<=']) op!: '>=' | '<=';
  @IsHundredths() targetHundredths!: number;
  @IsOptional() @IsHundredths() baselineHundredths?: number;
}

/**
 * A crew gets a plan of crew building for a time, with goals of all three kinds (provision CC-10a). A crew has one plan at a time.
 * Every crew may have one; those of factory-type units must, and the register lists which have none.
 */
@Command({
  name: 'organization.crew-building-plan.adopt',
  summary: { zh: '制定班组建设计划', en: 'Adopt a crew-building plan' },
  roles: keepers,
  provisions: ['CC-10a'],
})
export class AdoptCrewBuildingPlan {
  /** The crew. */
  @IsIdentifier() unitId!: string;
  @IsIdentifier() planId!: string;
  @IsNestedList(() => CrewGoal, 30, 3) goals!: CrewGoal[];
  @IsTextList(30, 1) measures!: string[];
  @IsDay() adoptedOn!: Day;
  @IsDay() fromDay!: Day;
  /** The last day of it. */
  @IsDay() untilDay!: Day;
}

/** What a crew reached under a goal of its plan in a month. A wrong value is put right by another with a reason. */
@Command({
  name: 'organization.crew-building-plan.record-result',
  summary: { zh: '登记班组建设指标结果', en: 'Record what a crew reached under a goal of its plan' },
  roles: keepers,
  provisions: ['CC-10a'],
})
export class RecordCrewGoalResult {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() planId!: string;
  @IsIdentifier() goalId!: string;
  @IsMonth() month!: Month;
  @IsHundredths() valueHundredths!: number;
  @IsDay() recordedOn!: Day;
  /** Why it differs from what was recorded before. */
  @IsOptional() @IsLongText(500) correctionReason?: string;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '班组建设计划已制定', en: 'A crew-building plan was adopted' },
})
export class CrewBuildingPlanAdopted {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() planId!: string;
  @IsNestedList(() => CrewGoal, 30, 3) goals!: CrewGoal[];
  @IsTextList(30, 1) measures!: string[];
  @IsDay() adoptedOn!: Day;
  @IsDay() fromDay!: Day;
  @IsDay() untilDay!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '班组建设指标结果已登记', en: 'What a crew reached under a goal was recorded' },
})
export class CrewGoalResultRecorded {
  @IsIdentifier() unitId!: string;
  @IsIdentifier() planId!: string;
  @IsIdentifier() goalId!: string;
  @IsMonth() month!: Month;
  @IsHundredths() valueHundredths!: number;
  @IsDay() recordedOn!: Day;
  /** Given where it puts an earlier value right. */
  @IsOptional() @IsLongText(500) correctionReason?: string;
}

export const crewBuildingPlanCommands = { AdoptCrewBuildingPlan, RecordCrewGoalResult };
export type CrewBuildingPlanCommand = CommandOf<typeof crewBuildingPlanCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const crewBuildingPlanEvents = { CrewBuildingPlanAdopted, CrewGoalResultRecorded };
export type CrewBuildingPlanEvent = EventOf<typeof crewBuildingPlanEvents>;
