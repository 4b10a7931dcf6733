import { DelegateRecommendationList, type DelegateRecommendationListAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { DelegateRecommendationsQuery } from './delegate-recommendations.query';

@Controller()
export class DelegateRecommendationRegisterController {
  constructor(
    private readonly access: Access,
    private readonly recommendations: DelegateRecommendationsQuery,
  ) {}

  @OnQuery(DelegateRecommendationList)
  async answer(query: DelegateRecommendationList, sender: Sender): Promise<DelegateRecommendationListAnswer> {
    const { roles } = queryContract(DelegateRecommendationList);
    await this.access.check(sender, { roles, units: [query.organization] });
    return this.recommendations.answer(query, sender);
  }
}
