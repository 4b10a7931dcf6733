import { CrewBuilding, type CrewBuildingAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CrewBuildingQuery } from './crew-building.query';

@Controller()
export class CrewBuildingController {
  constructor(
    private readonly access: Access,
    private readonly plans: CrewBuildingQuery,
  ) {}

  @OnQuery(CrewBuilding)
  async answer(query: CrewBuilding, sender: Sender): Promise<CrewBuildingAnswer> {
    await this.access.check(sender, { roles: queryContract(CrewBuilding).roles, units: [query.organization] });
    return this.plans.answer(query, sender);
  }
}
