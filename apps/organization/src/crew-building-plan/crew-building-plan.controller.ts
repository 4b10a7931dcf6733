import { AdoptCrewBuildingPlan, RecordCrewGoalResult } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CrewHandling } from '../crew/crew.aggregate';
import { crewLifeOf } from '../crew/crew-life';
import { CrewBuildingPlans } from './crew-building-plan.aggregate';

/** Commands on plans of crew building. Whether the crew stands is asked of the crew. */
@Controller()
export class CrewBuildingPlanController {
  constructor(
    private readonly plans: CrewBuildingPlans,
    private readonly crews: CrewHandling,
  ) {}

  @OnCommand(AdoptCrewBuildingPlan)
  async adopt(data: AdoptCrewBuildingPlan, sender: Sender) {
    const crew = crewLifeOf((await this.crews.state(data.unitId)).state);
    return this.plans.handle(data.unitId, { type: 'AdoptCrewBuildingPlan', data, crew }, sender);
  }

  @OnCommand(RecordCrewGoalResult)
  recordResult(data: RecordCrewGoalResult, sender: Sender) {
    return this.plans.handle(data.unitId, { type: 'RecordCrewGoalResult', data }, sender);
  }
}
