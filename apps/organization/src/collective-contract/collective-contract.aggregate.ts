import { collectiveContractCommands, type CollectiveContractEvent, collectiveContractEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import {
  collectiveContract,
  type CollectiveContractState,
  type CollectiveContractWish,
} from './collective-contract.decider';

/** Carries out the commands on wage talks and collective contracts. */
export class CollectiveContracts extends CommandHandling<
  CollectiveContractWish,
  CollectiveContractEvent,
  CollectiveContractState
> {}

export const collectiveContractAggregate: Aggregate<
  CollectiveContractWish,
  CollectiveContractEvent,
  CollectiveContractState
> = {
  category: 'collectiveContract',
  decider: collectiveContract,
  commands: collectiveContractCommands,
  events: collectiveContractEvents,
  reach: unitOf,
  organizationOf: (wish, state) => {
    const [unitId] = unitOf(wish, state);
    if (unitId === undefined) throw new Error('talks that were never demanded cannot have events');
    return unitId;
  },
};

function unitOf(wish: CollectiveContractWish, state: CollectiveContractState): string[] {
  if (state.stage !== 'notDemanded') return [state.demand.unitId];
  return wish.type === 'DemandCollectiveTalks' ? [wish.data.unitId] : [];
}
