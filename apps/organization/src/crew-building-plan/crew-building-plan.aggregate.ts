import { crewBuildingPlanCommands, type CrewBuildingPlanEvent, crewBuildingPlanEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { crewBuildingPlan, type CrewBuildingState, type CrewBuildingPlanWish } from './crew-building-plan.decider';

/** Carries out the commands on the plans of crew building of a crew. */
export class CrewBuildingPlans extends CommandHandling<
  CrewBuildingPlanWish,
  CrewBuildingPlanEvent,
  CrewBuildingState
> {}

export const crewBuildingPlanAggregate: Aggregate<CrewBuildingPlanWish, CrewBuildingPlanEvent, CrewBuildingState> = {
  category: 'crewBuilding',
  decider: crewBuildingPlan,
  commands: crewBuildingPlanCommands,
  events: crewBuildingPlanEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};
