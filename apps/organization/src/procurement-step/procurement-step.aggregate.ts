import { procurementStepCommands, type ProcurementStepEvent, procurementStepEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { procurementStep, type ProcurementStepState, type ProcurementStepWish } from './procurement-step.decider';

/** Carries out the commands on tenders, contracts, measurements and price decisions. */
export class ProcurementSteps extends CommandHandling<
  ProcurementStepWish,
  ProcurementStepEvent,
  ProcurementStepState
> {}

export const procurementStepAggregate: Aggregate<ProcurementStepWish, ProcurementStepEvent, ProcurementStepState> = {
  category: 'procurementStep',
  decider: procurementStep,
  commands: procurementStepCommands,
  events: procurementStepEvents,
  reach: decidingUnit,
  organizationOf: (wish, state) => {
    const [unitId] = decidingUnit(wish, state);
    if (unitId === undefined) throw new Error('a step that was never opened cannot have events');
    return unitId;
  },
};

function decidingUnit(wish: ProcurementStepWish, state: ProcurementStepState): string[] {
  if (state.stage !== 'notOpened') return [state.opening.unitId];
  return wish.type === 'OpenProcurementStep' ? [wish.data.unitId] : [];
}
