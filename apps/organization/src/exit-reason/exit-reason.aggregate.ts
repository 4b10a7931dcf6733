import { exitReasonCommands, type ExitReasonEvent, exitReasonEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { exitReason, type ExitReasonsState, type ExitReasonWish } from './exit-reason.decider';

/** Carries out the commands on what workers say why they left. */
export class ExitReasonHandling extends CommandHandling<ExitReasonWish, ExitReasonEvent, ExitReasonsState> {}

export const exitReasonAggregate: Aggregate<ExitReasonWish, ExitReasonEvent, ExitReasonsState> = {
  category: 'exitReasons',
  decider: exitReason,
  commands: exitReasonCommands,
  events: exitReasonEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};
