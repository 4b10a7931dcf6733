import { crewSupportLogCommands, type CrewSupportLogEvent, crewSupportLogEvents } from '@gongyou/contracts';
import { type Day, monthOf } from '@gongyou/domain';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { crewSupportLog, type CrewSupportLogState, type CrewSupportLogWish } from './crew-support-log.decider';

/** Carries out the commands on the log of those who are stationed with crews. */
export class CrewSupportLogHandling extends CommandHandling<
  CrewSupportLogWish,
  CrewSupportLogEvent,
  CrewSupportLogState
> {}

export const crewSupportLogAggregate: Aggregate<CrewSupportLogWish, CrewSupportLogEvent, CrewSupportLogState> = {
  category: 'crewSupportLog',
  decider: crewSupportLog,
  commands: crewSupportLogCommands,
  events: crewSupportLogEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};

/** One log a crew and month, so that no stream grows for ever. */
export const crewSupportLogId = (unitId: string, visitedOn: Day): string => `${unitId}~${monthOf(visitedOn)}`;
