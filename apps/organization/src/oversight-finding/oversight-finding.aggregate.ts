import { oversightFindingCommands, type OversightFindingEvent, oversightFindingEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { oversightFinding, type OversightFindingState, type OversightFindingWish } from './oversight-finding.decider';

/** Carries out the commands on findings of the employees' oversight. */
export class OversightFindings extends CommandHandling<
  OversightFindingWish,
  OversightFindingEvent,
  OversightFindingState
> {}

export const oversightFindingAggregate: Aggregate<OversightFindingWish, OversightFindingEvent, OversightFindingState> =
  {
    category: 'oversightFinding',
    decider: oversightFinding,
    commands: oversightFindingCommands,
    events: oversightFindingEvents,
    reach: enterpriseOf,
    organizationOf: (wish, state) => {
      const [unitId] = enterpriseOf(wish, state);
      if (unitId === undefined) throw new Error('a finding that was never recorded cannot have events');
      return unitId;
    },
  };

function enterpriseOf(wish: OversightFindingWish, state: OversightFindingState): string[] {
  if (state.stage !== 'notRecorded') return [state.recorded.unitId];
  return wish.type === 'RecordOversightFinding' ? [wish.data.unitId] : [];
}
