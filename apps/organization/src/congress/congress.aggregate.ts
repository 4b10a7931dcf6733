import { congressCommands, type CongressEvent, congressEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { congress, type CongressState, type CongressWish } from './congress.decider';

/** Carries out the commands on congresses. */
export class Congresses extends CommandHandling<CongressWish, CongressEvent, CongressState> {}

export const congressAggregate: Aggregate<CongressWish, CongressEvent, CongressState> = {
  category: 'congress',
  decider: congress,
  commands: congressCommands,
  events: congressEvents,
  reach: unitOf,
  organizationOf: (wish, state) => {
    const [unitId] = unitOf(wish, state);
    if (unitId === undefined) throw new Error('a term that was never opened cannot have events');
    return unitId;
  },
};

function unitOf(wish: CongressWish, state: CongressState): string[] {
  if (state.stage === 'open') return [state.opening.unitId];
  return wish.type === 'OpenCongressTerm' ? [wish.data.unitId] : [];
}
