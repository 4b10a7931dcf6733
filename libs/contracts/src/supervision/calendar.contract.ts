import { type Day, IsDay } from '@gongyou/domain';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';

/** Ends a day of the platform's calendar (Asia/Shanghai). What was due on it is then found and acted on. */
@Command({
  name: 'supervision.calendar.close-day',
  summary: { zh: '日终', en: 'Close a day' },
  roles: ['platform'],
})
export class CloseDay {
  @IsDay() day!: Day;
}

/** A day is over. Deadlines are judged by this event and never by a clock, so a replay gives the same result. */
@DomainEvent({ context: 'supervision', summary: { zh: '日终已记', en: 'A day was closed' } })
export class DayClosed {
  @IsDay() day!: Day;
}

export const calendarCommands = { CloseDay };
export type CalendarCommand = CommandOf<typeof calendarCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const calendarEvents = { DayClosed };
export type CalendarEvent = EventOf<typeof calendarEvents>;

/** The platform keeps one calendar. */
export const calendarId = 'platform';
