import { calendarId, CloseDay } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CalendarHandling } from './calendar.aggregate';

/** Commands on the platform's calendar. */
@Controller()
export class CalendarController {
  constructor(private readonly calendar: CalendarHandling) {}

  @OnCommand(CloseDay)
  close(data: CloseDay, sender: Sender) {
    return this.calendar.handle(calendarId, { type: 'CloseDay', data }, sender);
  }
}
