import { calendarCommands, type CalendarCommand, type CalendarEvent, calendarEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { PLATFORM_UNIT } from '../platform-unit';
import { calendar, type CalendarState } from './calendar.decider';

/** Carries out the commands on the platform's calendar. */
export class CalendarHandling extends CommandHandling<CalendarCommand, CalendarEvent, CalendarState> {}

export const calendarAggregate: Aggregate<CalendarCommand, CalendarEvent, CalendarState> = {
  category: 'calendar',
  decider: calendar,
  commands: calendarCommands,
  events: calendarEvents,
  reach: () => [],
  organizationOf: () => PLATFORM_UNIT,
};
