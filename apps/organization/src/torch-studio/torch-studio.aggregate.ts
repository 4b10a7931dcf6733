import { torchStudioCommands, type TorchStudioEvent, torchStudioEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { torchStudio, type TorchStudioState, type TorchStudioWish } from './torch-studio.decider';

/** Carries out the commands on studios of the Torch action. */
export class TorchStudioHandling extends CommandHandling<TorchStudioWish, TorchStudioEvent, TorchStudioState> {}

export const torchStudioAggregate: Aggregate<TorchStudioWish, TorchStudioEvent, TorchStudioState> = {
  category: 'torchStudio',
  decider: torchStudio,
  commands: torchStudioCommands,
  events: torchStudioEvents,
  reach: (wish, state) => {
    if (state.stage !== 'notJoined') return [state.joined.unitId];
    return wish.type === 'JoinTorchAction' ? [wish.data.unitId] : [];
  },
  organizationOf: (wish, state) => {
    if (state.stage !== 'notJoined') return state.joined.unitId;
    if (wish.type === 'JoinTorchAction') return wish.data.unitId;
    throw new Error('a studio that never joined cannot have events');
  },
};
