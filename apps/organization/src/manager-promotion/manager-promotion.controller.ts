import { RecordManagerPromotion, WithdrawManagerPromotion } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CrewHandling } from '../crew/crew.aggregate';
import { supportOnRecord } from '../crew/crew-support-assessment';
import { ManagerPromotions } from './manager-promotion.aggregate';

/** Commands on promotions. What a manager did for a crew is asked of the crew. */
@Controller()
export class ManagerPromotionController {
  constructor(
    private readonly promotions: ManagerPromotions,
    private readonly crews: CrewHandling,
  ) {}

  @OnCommand(RecordManagerPromotion)
  async record(data: RecordManagerPromotion, sender: Sender) {
    const onRecord = await Promise.all(
      data.served.map(async ({ unitId, assignmentId }) =>
        supportOnRecord((await this.crews.state(unitId)).state, assignmentId, data.promotedOn),
      ),
    );
    return this.promotions.handle(data.promotionId, { type: 'RecordManagerPromotion', data, onRecord }, sender);
  }

  @OnCommand(WithdrawManagerPromotion)
  withdraw(data: WithdrawManagerPromotion, sender: Sender) {
    return this.promotions.handle(data.promotionId, { type: 'WithdrawManagerPromotion', data }, sender);
  }
}
