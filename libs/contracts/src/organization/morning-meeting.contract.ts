import { type Day, IsDay } from '@gongyou/domain';
import { IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsCount, IsIdentifier, IsIdentifierList, IsLongText, IsNestedList, IsShortText, IsTextList } from '../fields';
import { Evidence } from '../supervision/task.contract';

/** A crew meets before each of the shifts that it works on a day. */
export const shifts = ['day', 'night'] as const;
export type Shift = (typeof shifts)[number];

const recorders: Role[] = ['administrator', 'unitOfficer', 'enterpriseSystem'];

/**
 * A crew met before its shift: roll call, check, tasks and warnings (HS-08). The record is tied to crew, day and place, and can
 * name who was there, so that it can be held against the day's attendance (HS-09).
 */
@Command({
  name: 'organization.morning-meeting.record',
  summary: { zh: '记录晨会（班前会）', en: "Record a crew's morning meeting" },
  roles: recorders,
})
export class RecordMorningMeeting {
  /** The crew's unit. */
  @IsIdentifier() unitId!: string;
  @IsDay() heldOn!: Day;
  @IsIn(shifts) shift!: Shift;
  @IsShortText(100) place!: string;
  @IsCount(1, 1000) presentCount!: number;
  /** Who was there; left out where heads were only counted. */
  @IsOptional() @IsIdentifierList(1000) attendeeIds?: string[];
  @IsTextList(30, 1) topics!: string[];
  /** The dangers of the day's work that the crew was warned of. */
  @IsTextList(30) risks!: string[];
  /** How long it took. Places ask for 10 to 15 minutes; none of this is law. */
  @IsOptional() @IsCount(1, 240) minutes?: number;
  /** The photo or video that shows all, and the signed sheet. */
  @IsNestedList(() => Evidence, 20) evidence!: Evidence[];
}

/** Puts the record of a morning meeting right. All is told again; what stood before stays on record. */
@Command({
  name: 'organization.morning-meeting.correct',
  summary: { zh: '更正晨会记录', en: 'Correct the record of a morning meeting' },
  roles: recorders,
})
export class CorrectMorningMeeting extends RecordMorningMeeting {
  @IsLongText(500) reason!: string;
  @IsDay() correctedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '晨会已召开', en: 'A crew held its morning meeting' } })
export class MorningMeetingHeld {
  @IsIdentifier() unitId!: string;
  @IsDay() heldOn!: Day;
  @IsIn(shifts) shift!: Shift;
  @IsShortText(100) place!: string;
  @IsCount(1, 1000) presentCount!: number;
  @IsOptional() @IsIdentifierList(1000) attendeeIds?: string[];
  @IsTextList(30, 1) topics!: string[];
  @IsTextList(30) risks!: string[];
  @IsOptional() @IsCount(1, 240) minutes?: number;
  @IsNestedList(() => Evidence, 20) evidence!: Evidence[];
}

@DomainEvent({ context: 'organization', summary: { zh: '晨会记录已更正', en: 'A morning meeting was corrected' } })
export class MorningMeetingCorrected extends MorningMeetingHeld {
  @IsLongText(500) reason!: string;
  @IsDay() correctedOn!: Day;
}

/** The stream of a meeting: a crew has one before each shift of a day. */
export const morningMeetingIdOf = ({
  unitId,
  heldOn,
  shift,
}: Pick<MorningMeetingHeld, 'unitId' | 'heldOn' | 'shift'>) => `${unitId}~${heldOn}~${shift}`;

export const morningMeetingCommands = { RecordMorningMeeting, CorrectMorningMeeting };
export type MorningMeetingCommand = CommandOf<typeof morningMeetingCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const morningMeetingEvents = { MorningMeetingHeld, MorningMeetingCorrected };
export type MorningMeetingEvent = EventOf<typeof morningMeetingEvents>;
