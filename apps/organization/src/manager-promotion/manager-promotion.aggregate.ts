import { managerPromotionCommands, type ManagerPromotionEvent, managerPromotionEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { managerPromotion, type ManagerPromotionState, type ManagerPromotionWish } from './manager-promotion.decider';

/** Carries out the commands on promotions. */
export class ManagerPromotions extends CommandHandling<
  ManagerPromotionWish,
  ManagerPromotionEvent,
  ManagerPromotionState
> {}

export const managerPromotionAggregate: Aggregate<ManagerPromotionWish, ManagerPromotionEvent, ManagerPromotionState> =
  {
    category: 'managerPromotion',
    decider: managerPromotion,
    commands: managerPromotionCommands,
    events: managerPromotionEvents,
    reach: unitOf,
    organizationOf: (wish, state) => unitOf(wish, state)[0]!,
  };

function unitOf(wish: ManagerPromotionWish, state: ManagerPromotionState): string[] {
  if (state.stage !== 'notRecorded') return [state.promotion.organizationId];
  return wish.type === 'RecordManagerPromotion' ? [wish.data.organizationId] : [];
}
