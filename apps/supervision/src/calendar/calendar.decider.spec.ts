import type { CalendarCommand, CalendarEvent } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { calendar } from './calendar.decider';

const given = specify(calendar);
/** Commands arrive on 2026-11-20. */
const close = (day: string): CalendarCommand => ({ type: 'CloseDay', data: { day: day as Day } });
const closed = (day: string): CalendarEvent => ({ type: 'DayClosed', data: { day: day as Day } });

describe("The platform's calendar", () => {
  it.each(['2026-11-19', '2025-12-31'])('can begin with any day that is over: %s', (day) =>
    given().when(close(day)).then(closed(day)),
  );
  it.each(['2026-11-20', '2026-11-21'])('closes no day that is not over: %s', (day) =>
    given().when(close(day)).thenRefused('supervision.calendar.dayNotOver', { day }),
  );
  it('goes on with the next day', () =>
    given(closed('2026-11-18')).when(close('2026-11-19')).then(closed('2026-11-19')));
  it('goes on over the end of a year', () =>
    given(closed('2025-12-31')).when(close('2026-01-01')).then(closed('2026-01-01')));
  it('goes on with a leap day', () => given(closed('2024-02-28')).when(close('2024-02-29')).then(closed('2024-02-29')));
  it('leaves no day out', () =>
    given(closed('2026-11-16'))
      .when(close('2026-11-18'))
      .thenRefused('supervision.calendar.dayLeftOut', { nextDay: '2026-11-17' }));
  it('closes a day once, however often it is told', () =>
    given(closed('2026-11-19')).when(close('2026-11-19')).thenNothing());
  it('knows every day again that it closed', () =>
    given(closed('2026-11-17'), closed('2026-11-18'), closed('2026-11-19')).when(close('2026-11-17')).thenNothing());
  it('has no day before its first', () =>
    given(closed('2026-11-17'), closed('2026-11-18'))
      .when(close('2026-11-16'))
      .thenRefused('supervision.calendar.beforeFirstDay', { firstDay: '2026-11-17' }));
  it('closes the next day only when that is over too', () =>
    given(closed('2026-11-19')).when(close('2026-11-20')).thenRefused('supervision.calendar.dayNotOver'));
});
