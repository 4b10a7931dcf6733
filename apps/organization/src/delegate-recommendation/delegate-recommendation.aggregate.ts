import {
  type DelegateRecommendationCommand,
  delegateRecommendationCommands,
  type DelegateRecommendationEvent,
  delegateRecommendationEvents,
} from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { delegateRecommendation, type DelegateRecommendationState } from './delegate-recommendation.decider';

/** Carries out the commands on recommendations of delegates. */
export class DelegateRecommendations extends CommandHandling<
  DelegateRecommendationCommand,
  DelegateRecommendationEvent,
  DelegateRecommendationState
> {}

export const delegateRecommendationAggregate: Aggregate<
  DelegateRecommendationCommand,
  DelegateRecommendationEvent,
  DelegateRecommendationState
> = {
  category: 'delegateRecommendation',
  decider: delegateRecommendation,
  commands: delegateRecommendationCommands,
  events: delegateRecommendationEvents,
  reach: recommenderOf,
  organizationOf: (wish, state) => {
    const [unitId] = recommenderOf(wish, state);
    if (unitId === undefined) throw new Error('a recommendation that was never made cannot have events');
    return unitId;
  },
};

function recommenderOf(wish: DelegateRecommendationCommand, { recommendation }: DelegateRecommendationState): string[] {
  if (recommendation) return [recommendation.recommendingUnitId];
  return wish.type === 'RecommendDelegate' ? [wish.data.recommendingUnitId] : [];
}
