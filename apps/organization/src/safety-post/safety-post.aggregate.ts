import { safetyPostCommands, type SafetyPostEvent, safetyPostEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { safetyPost, type SafetyPostState, type SafetyPostWish } from './safety-post.decider';

/** Carries out the commands on safety posts. */
export class SafetyPostHandling extends CommandHandling<SafetyPostWish, SafetyPostEvent, SafetyPostState> {}

export const safetyPostAggregate: Aggregate<SafetyPostWish, SafetyPostEvent, SafetyPostState> = {
  category: 'safetyPost',
  decider: safetyPost,
  commands: safetyPostCommands,
  events: safetyPostEvents,
  // Of a post that was never filled only a grant over everything may learn that there is none.
  reach: (wish, state) => {
    const unitId = crewOf(wish, state);
    return unitId === null ? [] : [unitId];
  },
  organizationOf: (wish, state) => {
    const unitId = crewOf(wish, state);
    if (unitId === null) throw new Error('nothing is recorded of a safety post that was never filled');
    return unitId;
  },
};

function crewOf(wish: SafetyPostWish, state: SafetyPostState): string | null {
  if (state.stage === 'appointed') return state.appointed.unitId;
  return wish.type === 'AppointSafetyPost' ? wish.data.unitId : null;
}
