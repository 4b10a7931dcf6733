import { type Day, IsDay } from '@gongyou/domain';
import { IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsIdentifierList, IsNested, IsNestedList, IsShortText } from '../fields';
import { Evidence } from '../supervision/task.contract';

/** What a meeting asks of one of its officers. */
export class LiaisonMeetingTask {
  @IsShortText(300) text!: string;
  @IsIdentifier() officerId!: string;
  @IsOptional() @IsDay() dueOn?: Day;
}

/** An item of the agenda, such as the comparison of projects or the analysis of an incident (JX-21). */
export class LiaisonAgendaItem {
  @IsShortText(200) text!: string;
}

/** Records the meeting of project officers that a district officer convenes each quarter (JX-20). */
@Command({
  name: 'organization.liaison-meeting.record',
  summary: { zh: '登记片区协理员季度会议', en: 'Record a district meeting of project liaison officers' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'],
  towards: ['JX-20', 'JX-21'],
})
export class RecordLiaisonMeeting {
  @IsIdentifier() meetingId!: string;
  @IsIdentifier() districtId!: string;
  /** The district officer who convened it. */
  @IsIdentifier() convenerId!: string;
  @IsDay() heldOn!: Day;
  @IsNestedList(() => LiaisonAgendaItem, 30, 1) agenda!: LiaisonAgendaItem[];
  /** Project officers of the district who came, and who did not. */
  @IsIdentifierList(200) presentIds!: string[];
  @IsIdentifierList(200) absentIds!: string[];
  @IsNestedList(() => LiaisonMeetingTask, 100) tasks!: LiaisonMeetingTask[];
  @IsNested(() => Evidence) minutes!: Evidence;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '片区协理员会议已召开', en: 'A district liaison meeting was held' },
})
export class LiaisonMeetingHeld {
  @IsIdentifier() meetingId!: string;
  @IsIdentifier() districtId!: string;
  @IsIdentifier() convenerId!: string;
  @IsDay() heldOn!: Day;
  @IsNestedList(() => LiaisonAgendaItem, 30, 1) agenda!: LiaisonAgendaItem[];
  @IsIdentifierList(200) presentIds!: string[];
  @IsIdentifierList(200) absentIds!: string[];
  @IsNestedList(() => LiaisonMeetingTask, 100) tasks!: LiaisonMeetingTask[];
  @IsNested(() => Evidence) minutes!: Evidence;
}

export const liaisonMeetingCommands = { RecordLiaisonMeeting };
export type LiaisonMeetingCommand = CommandOf<typeof liaisonMeetingCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const liaisonMeetingEvents = { LiaisonMeetingHeld };
export type LiaisonMeetingEvent = EventOf<typeof liaisonMeetingEvents>;
