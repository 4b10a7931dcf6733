import { honourSelectionCommands, type HonourSelectionEvent, honourSelectionEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { honourSelection, type HonourSelectionState, type HonourSelectionWish } from './honour-selection.decider';

/** Carries out the commands on selections for honours. */
export class HonourSelections extends CommandHandling<
  HonourSelectionWish,
  HonourSelectionEvent,
  HonourSelectionState
> {}

export const honourSelectionAggregate: Aggregate<HonourSelectionWish, HonourSelectionEvent, HonourSelectionState> = {
  category: 'honourSelection',
  decider: honourSelection,
  commands: honourSelectionCommands,
  events: honourSelectionEvents,
  // Units nominate for themselves; all else is done by the unit that selects.
  reach: (wish, state) =>
    wish.type === 'NominateForHonour' ? [wish.data.nominatingUnitId] : selectingUnit(wish, state),
  organizationOf: (wish, state) => {
    const [unitId] = selectingUnit(wish, state);
    if (unitId === undefined) throw new Error('a selection that was never opened cannot have events');
    return unitId;
  },
};

function selectingUnit(wish: HonourSelectionWish, state: HonourSelectionState): string[] {
  if (state.stage !== 'notOpened') return [state.opening.unitId];
  return wish.type === 'OpenHonourSelection' ? [wish.data.unitId] : [];
}
