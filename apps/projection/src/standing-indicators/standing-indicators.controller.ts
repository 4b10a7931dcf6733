import {
  queryContract,
  StandingBreakdown,
  type StandingBreakdownAnswer,
  StandingIndicators,
  type StandingIndicatorsAnswer,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { StandingBreakdownQuery } from './standing-breakdown.query';
import { StandingIndicatorsQuery } from './standing-indicators.query';

@Controller()
export class StandingIndicatorsController {
  constructor(
    private readonly access: Access,
    private readonly indicators: StandingIndicatorsQuery,
    private readonly breakdown: StandingBreakdownQuery,
  ) {}

  @OnQuery(StandingIndicators)
  async answer(query: StandingIndicators, sender: Sender): Promise<StandingIndicatorsAnswer> {
    await this.access.check(sender, { roles: queryContract(StandingIndicators).roles, units: [query.organization] });
    return this.indicators.answer(query, sender);
  }

  @OnQuery(StandingBreakdown)
  async open(query: StandingBreakdown, sender: Sender): Promise<StandingBreakdownAnswer> {
    await this.access.check(sender, { roles: queryContract(StandingBreakdown).roles, units: [query.organization] });
    return this.breakdown.answer(query, sender);
  }
}
