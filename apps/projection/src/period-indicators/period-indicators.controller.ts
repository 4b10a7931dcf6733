import { PeriodIndicators, type PeriodIndicatorsAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PeriodIndicatorsQuery } from './period-indicators.query';

@Controller()
export class PeriodIndicatorsController {
  constructor(
    private readonly access: Access,
    private readonly indicators: PeriodIndicatorsQuery,
  ) {}

  @OnQuery(PeriodIndicators)
  async answer(query: PeriodIndicators, sender: Sender): Promise<PeriodIndicatorsAnswer> {
    await this.access.check(sender, { roles: queryContract(PeriodIndicators).roles, units: [query.organization] });
    return this.indicators.answer(query, sender);
  }
}
