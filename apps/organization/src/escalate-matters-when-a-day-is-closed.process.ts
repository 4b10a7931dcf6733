import { DayClosed, EscalateOverdueMatter, MattersToEscalate, type MattersToEscalateAnswer } from '@gongyou/contracts';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import { Caller, type RecordedEvent, requestHeaders } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';

/** When a day is closed, matters whose time limit ended with it unanswered are handed up one level (JX-14). */
@Injectable()
export class EscalateMattersWhenADayIsClosed implements ProcessManager<DayClosed> {
  readonly name = 'escalate-matters-when-a-day-is-closed';
  readonly on = DayClosed;

  constructor(private readonly caller: Caller) {}

  async react({ data, position }: RecordedEvent & { data: DayClosed }, send: SendCommand): Promise<void> {
    const closedDay = data.day;
    let cursor: string | undefined;
    do {
      const page = await this.toEscalate({ closedDay, cursor }, position);
      for (const matterId of page.matterIds) await send(matterId, EscalateOverdueMatter, { matterId, closedDay });
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  private toEscalate(which: MattersToEscalate, after: number): Promise<MattersToEscalateAnswer> {
    return this.caller.query<MattersToEscalate, MattersToEscalateAnswer>(MattersToEscalate, which, {
      [requestHeaders.after]: String(after),
    });
  }
}
