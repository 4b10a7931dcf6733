import { vanguardCommands, type VanguardEvent, vanguardEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { vanguard, type VanguardState, type VanguardWish } from './vanguard.decider';

/** Carries out the commands on model posts, task forces and responsibility areas. */
export class VanguardHandling extends CommandHandling<VanguardWish, VanguardEvent, VanguardState> {}

export const vanguardAggregate: Aggregate<VanguardWish, VanguardEvent, VanguardState> = {
  category: 'vanguard',
  decider: vanguard,
  commands: vanguardCommands,
  events: vanguardEvents,
  reach: (wish, state) => {
    if (wish.type === 'SetUpVanguard') return [wish.data.unitId];
    return state.stage === 'notSetUp' ? [] : [state.setUp.unitId];
  },
  organizationOf: (wish, state) => {
    if (wish.type === 'SetUpVanguard') return wish.data.unitId;
    if (state.stage === 'notSetUp') throw new Error('a vanguard that was never set up cannot have events');
    return state.setUp.unitId;
  },
};
