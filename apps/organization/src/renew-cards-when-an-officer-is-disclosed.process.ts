import { LiaisonProfilePublished } from '@gongyou/contracts';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import type { RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { CardRenewal } from './liaison-card/card-renewal';

/** When an officer is disclosed, or with another phone, the card of the project shows it in a new edition (provision JX-12c). */
@Injectable()
export class RenewCardsWhenAnOfficerIsDisclosed implements ProcessManager<LiaisonProfilePublished> {
  readonly name = 'renew-cards-when-an-officer-is-disclosed';
  readonly on = LiaisonProfilePublished;

  constructor(private readonly renewal: CardRenewal) {}

  react(event: RecordedEvent & { data: LiaisonProfilePublished }, send: SendCommand): Promise<void> {
    return this.renewal.offer(event.data.officerId, event, send);
  }
}
