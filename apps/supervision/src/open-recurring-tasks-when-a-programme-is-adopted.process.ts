import { adoptionIdOf, ProgrammeAdopted } from '@gongyou/contracts';
import { dayOfInstant } from '@gongyou/domain';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import { Caller, type RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { openRecurringTasks } from './open-recurring-tasks.process';

/**
 * When a programme is adopted, the recurring tasks of the running period are opened: those of the day on which the adoption
 * was recorded, not of an earlier one that it was dated back to. Duties that an amendment adds follow when the day is closed.
 */
@Injectable()
export class OpenRecurringTasksWhenAProgrammeIsAdopted implements ProcessManager<ProgrammeAdopted> {
  readonly name = 'open-recurring-tasks-when-a-programme-is-adopted';
  readonly on = ProgrammeAdopted;

  constructor(private readonly caller: Caller) {}

  async react(event: RecordedEvent & { data: ProgrammeAdopted }, send: SendCommand): Promise<void> {
    const day = dayOfInstant(new Date(event.occurredAt));
    await openRecurringTasks(this.caller, send, { day, adoption: adoptionIdOf(event.data) }, event.position);
  }
}
