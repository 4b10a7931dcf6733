import { redWorksiteCommands, type RedWorksiteEvent, redWorksiteEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { redWorksite, type RedWorksiteState, type RedWorksiteWish } from './red-worksite.decider';

/** Carries out the commands on Red Worksites. */
export class RedWorksites extends CommandHandling<RedWorksiteWish, RedWorksiteEvent, RedWorksiteState> {}

export const redWorksiteAggregate: Aggregate<RedWorksiteWish, RedWorksiteEvent, RedWorksiteState> = {
  category: 'redWorksite',
  decider: redWorksite,
  commands: redWorksiteCommands,
  events: redWorksiteEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};
