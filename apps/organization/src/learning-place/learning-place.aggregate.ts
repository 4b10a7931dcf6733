import { learningPlaceCommands, type LearningPlaceEvent, learningPlaceEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { learningPlace, type LearningPlaceState, type LearningPlaceWish } from './learning-place.decider';

/** Carries out the commands on learning places. */
export class LearningPlaceHandling extends CommandHandling<LearningPlaceWish, LearningPlaceEvent, LearningPlaceState> {}

export const learningPlaceAggregate: Aggregate<LearningPlaceWish, LearningPlaceEvent, LearningPlaceState> = {
  category: 'learningPlace',
  decider: learningPlace,
  commands: learningPlaceCommands,
  events: learningPlaceEvents,
  reach: (wish, state) => {
    if (wish.type === 'OpenLearningPlace') return [wish.data.unitId];
    return state.stage === 'notOpened' ? [] : [state.opened.unitId];
  },
  organizationOf: (wish, state) => {
    if (wish.type === 'OpenLearningPlace') return wish.data.unitId;
    if (state.stage === 'notOpened') throw new Error('a place that was never opened cannot have events');
    return state.opened.unitId;
  },
};
