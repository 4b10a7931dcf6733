import { matterCommands, type MatterEvent, matterEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { matter, type MatterWish } from './matter.decider';
import type { MatterState } from './matter.state';

/** Carries out the commands on matters. */
export class MatterHandling extends CommandHandling<MatterWish, MatterEvent, MatterState> {}

export const matterAggregate: Aggregate<MatterWish, MatterEvent, MatterState> = {
  category: 'matter',
  decider: matter,
  commands: matterCommands,
  events: matterEvents,
  // Whoever holds a role at the level where the matter lies moves it. Of one that was never raised only a grant over everything may learn so.
  reach: (wish, state) => {
    const unitId = unitOf(wish, state);
    return unitId === null ? [] : [unitId];
  },
  // All of a matter is recorded under the unit that asks, wherever it lies at the moment.
  organizationOf: (wish, state) => {
    if (state.stage !== 'notRaised') return state.raised.unitId;
    if (wish.type === 'RaiseMatter') return wish.data.unitId;
    throw new Error('nothing is recorded of a matter that was never raised');
  },
};

function unitOf(wish: MatterWish, state: MatterState): string | null {
  if (state.stage !== 'notRaised') return state.station.unitId;
  return wish.type === 'RaiseMatter' ? wish.data.unitId : null;
}
