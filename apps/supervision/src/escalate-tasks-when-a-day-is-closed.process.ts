import { DayClosed, EscalateOverdueTask, TasksOverdue, type TasksOverdueAnswer } from '@gongyou/contracts';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import { Caller, type RecordedEvent, requestHeaders } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';

/** When a day is closed, what was due by it and is not completed is escalated one level up (provision HM-18a). */
@Injectable()
export class EscalateTasksWhenADayIsClosed implements ProcessManager<DayClosed> {
  readonly name = 'escalate-tasks-when-a-day-is-closed';
  readonly on = DayClosed;

  constructor(private readonly caller: Caller) {}

  async react({ data, position }: RecordedEvent & { data: DayClosed }, send: SendCommand): Promise<void> {
    const closedDay = data.day;
    let cursor: string | undefined;
    do {
      const page = await this.overdue({ closedDay, cursor }, position);
      for (const taskId of page.taskIds) await send(taskId, EscalateOverdueTask, { taskId, closedDay });
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  private overdue(which: TasksOverdue, after: number): Promise<TasksOverdueAnswer> {
    return this.caller.query<TasksOverdue, TasksOverdueAnswer>(TasksOverdue, which, {
      [requestHeaders.after]: String(after),
    });
  }
}
