import { indicatorReturnCommands, type IndicatorReturnEvent, indicatorReturnEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { indicatorReturn, type IndicatorReturnState, type IndicatorReturnWish } from './indicator-return.decider';

/** Carries out the commands on indicator returns. */
export class IndicatorReturnHandling extends CommandHandling<
  IndicatorReturnWish,
  IndicatorReturnEvent,
  IndicatorReturnState
> {}

export const indicatorReturnAggregate: Aggregate<IndicatorReturnWish, IndicatorReturnEvent, IndicatorReturnState> = {
  category: 'indicatorReturn',
  decider: indicatorReturn,
  commands: indicatorReturnCommands,
  events: indicatorReturnEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};
