import { RecommendDelegate, RecordRecommendationOutcome } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { DelegateRecommendations } from './delegate-recommendation.aggregate';

/** Commands on recommendations of delegates. */
@Controller()
export class DelegateRecommendationController {
  constructor(private readonly recommendations: DelegateRecommendations) {}

  @OnCommand(RecommendDelegate)
  recommend(data: RecommendDelegate, sender: Sender) {
    return this.recommendations.handle(data.recommendationId, { type: 'RecommendDelegate', data }, sender);
  }

  @OnCommand(RecordRecommendationOutcome)
  recordOutcome(data: RecordRecommendationOutcome, sender: Sender) {
    return this.recommendations.handle(data.recommendationId, { type: 'RecordRecommendationOutcome', data }, sender);
  }
}
