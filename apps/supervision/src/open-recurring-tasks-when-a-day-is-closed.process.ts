import { DayClosed } from '@gongyou/contracts';
import { addDays } from '@gongyou/domain';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import { Caller, type RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { openRecurringTasks } from './open-recurring-tasks.process';

/** When a day is closed, the tasks of the period that the next day lies in are opened (provisions CC-T1, QD-20). */
@Injectable()
export class OpenRecurringTasksWhenADayIsClosed implements ProcessManager<DayClosed> {
  readonly name = 'open-recurring-tasks-when-a-day-is-closed';
  readonly on = DayClosed;

  constructor(private readonly caller: Caller) {}

  async react({ data, position }: RecordedEvent & { data: DayClosed }, send: SendCommand): Promise<void> {
    await openRecurringTasks(this.caller, send, { day: addDays(data.day, 1) }, position);
  }
}
