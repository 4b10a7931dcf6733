import { liaisonMeetingCommands, type LiaisonMeetingEvent, liaisonMeetingEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { liaisonMeeting, type LiaisonMeetingState, type LiaisonMeetingWish } from './liaison-meeting.decider';

/** Carries out the commands on district meetings. */
export class LiaisonMeetingHandling extends CommandHandling<
  LiaisonMeetingWish,
  LiaisonMeetingEvent,
  LiaisonMeetingState
> {}

export const liaisonMeetingAggregate: Aggregate<LiaisonMeetingWish, LiaisonMeetingEvent, LiaisonMeetingState> = {
  category: 'liaisonMeeting',
  decider: liaisonMeeting,
  commands: liaisonMeetingCommands,
  events: liaisonMeetingEvents,
  reach: ({ data }) => [data.districtId],
  organizationOf: ({ data }) => data.districtId,
};
