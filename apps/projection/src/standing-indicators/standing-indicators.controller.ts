import { queryContract, StandingIndicators, type StandingIndicatorsAnswer } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { StandingIndicatorsQuery } from './standing-indicators.query';

@Controller()
export class StandingIndicatorsController {
  constructor(
    private readonly access: Access,
    private readonly indicators: StandingIndicatorsQuery,
  ) {}

  @OnQuery(StandingIndicators)
  async answer(query: StandingIndicators, sender: Sender): Promise<StandingIndicatorsAnswer> {
    await this.access.check(sender, { roles: queryContract(StandingIndicators).roles, units: [query.organization] });
    return this.indicators.answer(query, sender);
  }
}
