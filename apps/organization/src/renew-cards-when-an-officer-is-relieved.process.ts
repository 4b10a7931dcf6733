import {
  LiaisonOfficerRelieved,
  LiaisonOfficers,
  type LiaisonOfficersAnswer,
  RenewLiaisonContactCard,
} from '@gongyou/contracts';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import { Caller, type RecordedEvent, requestHeaders } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { CardRenewals } from './liaison-contact-card/card-renewals.lookup';

/** When an officer is relieved, another one who is there and disclosed comes onto the card of the project (provision JX-12c). */
@Injectable()
export class RenewCardsWhenAnOfficerIsRelieved implements ProcessManager<LiaisonOfficerRelieved> {
  readonly name = 'renew-cards-when-an-officer-is-relieved';
  readonly on = LiaisonOfficerRelieved;

  constructor(
    private readonly renewals: CardRenewals,
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
    for (const { officerId } of officers.filter(({ unitId }) => unitId === event.organizationId)) {
      const renewal = await this.renewals.find(officerId, event);
      if (renewal) await send('renew', RenewLiaisonContactCard, renewal);
    }
  }
}
