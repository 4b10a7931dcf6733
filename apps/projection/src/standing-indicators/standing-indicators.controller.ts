import {
  partyFigureReaders,
  queryContract,
  StandingBreakdown,
  type StandingBreakdownAnswer,
  StandingIndicators,
  type StandingIndicatorsAnswer,
  StandingTrend,
  type StandingTrendAnswer,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { StandingBreakdownQuery } from './standing-breakdown.query';
import { type ShownTo, StandingIndicatorsQuery } from './standing-indicators.query';

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
    return this.indicators.answer(query, sender, await this.shownTo(sender, query.organization));
  }

  @OnQuery(StandingTrend)
  async trend(query: StandingTrend, sender: Sender): Promise<StandingTrendAnswer> {
    await this.access.check(sender, { roles: queryContract(StandingTrend).roles, units: [query.organization] });
    return this.indicators.trend(query, sender, await this.shownTo(sender, query.organization));
  }

  private async shownTo(sender: Sender, organization: string): Promise<ShownTo> {
    return { partyFigures: await this.access.allows(sender, { roles: partyFigureReaders, units: [organization] }) };
  }

  @OnQuery(StandingBreakdown)
  async open(query: StandingBreakdown, sender: Sender): Promise<StandingBreakdownAnswer> {
    await this.access.check(sender, { roles: queryContract(StandingBreakdown).roles, units: [query.organization] });
    return this.breakdown.answer(query, sender);
  }
}
