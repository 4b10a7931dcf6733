import { LiaisonProfilePublished, RenewLiaisonContactCard } from '@gongyou/contracts';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import type { RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { CardRenewals } from './liaison-contact-card/card-renewals.lookup';

/** When an officer is disclosed, or with another phone, the card of the project shows it in a new edition (provision JX-12c). */
@Injectable()
export class RenewCardsWhenAnOfficerIsDisclosed implements ProcessManager<LiaisonProfilePublished> {
  readonly name = 'renew-cards-when-an-officer-is-disclosed';
  readonly on = LiaisonProfilePublished;

  constructor(private readonly renewals: CardRenewals) {}

  async react(event: RecordedEvent & { data: LiaisonProfilePublished }, send: SendCommand): Promise<void> {
    const renewal = await this.renewals.find(event.data.officerId, event);
    if (renewal) await send('renew', RenewLiaisonContactCard, renewal);
  }
}
