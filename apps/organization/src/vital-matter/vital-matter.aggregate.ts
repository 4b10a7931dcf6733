import { vitalMatterCommands, type VitalMatterEvent, vitalMatterEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { vitalMatter, type VitalMatterState, type VitalMatterWish } from './vital-matter.decider';

/** Carries out the commands on matters of vital interest. */
export class VitalMatters extends CommandHandling<VitalMatterWish, VitalMatterEvent, VitalMatterState> {}

export const vitalMatterAggregate: Aggregate<VitalMatterWish, VitalMatterEvent, VitalMatterState> = {
  category: 'vitalMatter',
  decider: vitalMatter,
  commands: vitalMatterCommands,
  events: vitalMatterEvents,
  reach: unitOf,
  organizationOf: (wish, state) => {
    const [unitId] = unitOf(wish, state);
    if (unitId === undefined) throw new Error('a matter that was never told of cannot have events');
    return unitId;
  },
};

function unitOf(wish: VitalMatterWish, state: VitalMatterState): string[] {
  if (state.stage !== 'notInForce') return [state.beginning.unitId];
  return 'unitId' in wish.data ? [wish.data.unitId] : [];
}
