import { LiaisonOfficerRelieved, LiaisonOfficers, type LiaisonOfficersAnswer } from '@gongyou/contracts';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import { Caller, type RecordedEvent, requestHeaders } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { CardRenewal } from './liaison-card/card-renewal';

/** When an officer is relieved, another one who is there and disclosed comes onto the card of the project (provision JX-12c). */
@Injectable()
export class RenewCardsWhenAnOfficerIsRelieved implements ProcessManager<LiaisonOfficerRelieved> {
  readonly name = 'renew-cards-when-an-officer-is-relieved';
  readonly on = LiaisonOfficerRelieved;

  constructor(
    private readonly renewal: CardRenewal,
    private readonly caller: Caller,
  ) {}

  /** The event stands in the organization of the officer's post: the project, where he was a project's own. */
  async react(event: RecordedEvent & { data: LiaisonOfficerRelieved }, send: SendCommand): Promise<void> {
    const asked: LiaisonOfficers = {
      organization: event.organizationId,
      level: 'project',
      stage: 'onDuty',
      published: 'true',
      limit: 1,
    };
    const { officers } = await this.caller.query<LiaisonOfficers, LiaisonOfficersAnswer>(LiaisonOfficers, asked, {
      [requestHeaders.after]: String(event.position),
    });
    for (const { officerId, unitId } of officers)
      if (unitId === event.organizationId) await this.renewal.offer(officerId, event, send);
  }
}
