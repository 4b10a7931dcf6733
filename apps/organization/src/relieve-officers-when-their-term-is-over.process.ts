import { DayClosed, LiaisonTermsOver, type LiaisonTermsOverAnswer, RelieveLiaisonOfficer } from '@gongyou/contracts';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import { Caller, type RecordedEvent, requestHeaders } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';

/** When the last day of a term is closed, its officer is relieved: an appointment has an end (provision JX-01). */
@Injectable()
export class RelieveOfficersWhenTheirTermIsOver implements ProcessManager<DayClosed> {
  readonly name = 'relieve-officers-when-their-term-is-over';
  readonly on = DayClosed;

  constructor(private readonly caller: Caller) {}

  async react({ data, position }: RecordedEvent & { data: DayClosed }, send: SendCommand): Promise<void> {
    let cursor: string | undefined;
    do {
      const page = await this.over({ closedDay: data.day, cursor }, position);
      for (const { officerId, termEndsOn } of page.terms)
        await send(officerId, RelieveLiaisonOfficer, { officerId, relievedOn: termEndsOn, reason: '任期届满' });
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  private over(which: LiaisonTermsOver, after: number): Promise<LiaisonTermsOverAnswer> {
    return this.caller.query<LiaisonTermsOver, LiaisonTermsOverAnswer>(LiaisonTermsOver, which, {
      [requestHeaders.after]: String(after),
    });
  }
}
