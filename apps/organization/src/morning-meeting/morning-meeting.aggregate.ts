import { morningMeetingCommands, type MorningMeetingEvent, morningMeetingEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { morningMeeting, type MorningMeetingState, type MorningMeetingWish } from './morning-meeting.decider';

/** Carries out the commands on morning meetings. */
export class MorningMeetingHandling extends CommandHandling<
  MorningMeetingWish,
  MorningMeetingEvent,
  MorningMeetingState
> {}

export const morningMeetingAggregate: Aggregate<MorningMeetingWish, MorningMeetingEvent, MorningMeetingState> = {
  category: 'morningMeeting',
  decider: morningMeeting,
  commands: morningMeetingCommands,
  events: morningMeetingEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};
