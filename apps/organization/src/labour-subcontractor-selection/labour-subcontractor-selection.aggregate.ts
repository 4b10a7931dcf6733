import {
  labourSubcontractorSelectionCommands,
  type LabourSubcontractorSelectionEvent,
  labourSubcontractorSelectionEvents,
} from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import {
  labourSubcontractorSelection,
  type LabourSubcontractorSelectionState,
  type LabourSubcontractorSelectionWish,
} from './labour-subcontractor-selection.decider';

/** Carries out the commands on selections of labour subcontractors. */
export class LabourSubcontractorSelections extends CommandHandling<
  LabourSubcontractorSelectionWish,
  LabourSubcontractorSelectionEvent,
  LabourSubcontractorSelectionState
> {}

export const labourSubcontractorSelectionAggregate: Aggregate<
  LabourSubcontractorSelectionWish,
  LabourSubcontractorSelectionEvent,
  LabourSubcontractorSelectionState
> = {
  category: 'labourSubcontractorSelection',
  decider: labourSubcontractorSelection,
  commands: labourSubcontractorSelectionCommands,
  events: labourSubcontractorSelectionEvents,
  reach: selectingUnit,
  organizationOf: (wish, state) => {
    const [unitId] = selectingUnit(wish, state);
    if (unitId === undefined) throw new Error('a selection that was never opened cannot have events');
    return unitId;
  },
};

function selectingUnit(wish: LabourSubcontractorSelectionWish, state: LabourSubcontractorSelectionState): string[] {
  if (state.stage !== 'notOpened') return [state.opening.unitId];
  return wish.type === 'OpenLabourSubcontractorSelection' ? [wish.data.unitId] : [];
}
