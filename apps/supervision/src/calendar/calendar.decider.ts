import type { CalendarCommand, CalendarEvent, CloseDay } from '@gongyou/contracts';
import { addDays, type Bilingual, type Day, type RefuseOf, refuseWith } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';

/** No day was closed yet. */
export interface NotBegun {
  stage: 'notBegun';
}

/** Days are closed one after the other. */
export interface Kept {
  stage: 'kept';
  firstDay: Day;
  lastDay: Day;
}

export type CalendarState = NotBegun | Kept;

/** The rules of the platform's calendar: every day is closed once, after it is over, and none is left out. */
export const calendar: Decider<CalendarCommand, CalendarEvent, CalendarState> = {
  initialState: { stage: 'notBegun' },

  evolve(state, event) {
    if (event.type !== 'DayClosed') return unknownFact(event.type);
    const { day } = event.data;
    return { stage: 'kept', firstDay: state.stage === 'kept' ? state.firstDay : day, lastDay: day };
  },

  decide(command, state, moment) {
    return command.type === 'CloseDay' ? close(command.data, state, moment) : unknownWish(command.type);
  },
};

export const calendarRefusals = {
  'supervision.calendar.dayNotOver': { zh: '{day} 尚未结束', en: 'The day {day} is not over yet.' },
  'supervision.calendar.beforeFirstDay': {
    zh: '平台日历自 {firstDay} 开始',
    en: 'The platform keeps its calendar from {firstDay} on.',
  },
  'supervision.calendar.dayLeftOut': {
    zh: '须先日终 {nextDay}',
    en: 'Days are closed one after the other; {nextDay} is next.',
  },
} as const satisfies Record<`supervision.calendar.${string}`, Bilingual>;

const refuse: RefuseOf<typeof calendarRefusals> = refuseWith(calendarRefusals);

function close({ day }: CloseDay, state: CalendarState, { today }: Moment): CalendarEvent[] {
  if (day >= today) refuse('supervision.calendar.dayNotOver', { day });
  if (state.stage === 'kept') {
    const { firstDay, lastDay } = state;
    if (day < firstDay) refuse('supervision.calendar.beforeFirstDay', { firstDay });
    if (day <= lastDay) return [];
    const nextDay = addDays(lastDay, 1);
    if (day > nextDay) refuse('supervision.calendar.dayLeftOut', { nextDay });
  }
  return [{ type: 'DayClosed', data: { day } }];
}
