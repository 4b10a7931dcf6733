import { CrewSupportVisits, type CrewSupportVisitsAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CrewSupportVisitsQuery } from './crew-support-visits.query';

@Controller()
export class CrewSupportRegisterController {
  constructor(
    private readonly access: Access,
    private readonly visits: CrewSupportVisitsQuery,
  ) {}

  @OnQuery(CrewSupportVisits)
  async answer(query: CrewSupportVisits, sender: Sender): Promise<CrewSupportVisitsAnswer> {
    await this.access.check(sender, { roles: queryContract(CrewSupportVisits).roles, units: [query.organization] });
    return this.visits.answer(query, sender);
  }
}
