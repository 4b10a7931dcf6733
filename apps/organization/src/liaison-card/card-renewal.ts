import { RenewLiaisonCard } from '@gongyou/contracts';
import { dayOfInstant } from '@gongyou/domain';
import type { SendCommand } from '@gongyou/event-sourcing';
import type { RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { LiaisonCardHandling } from './liaison-card.aggregate';
import { ShownOfficers } from './shown-officers.lookup';

/** Offers an officer to the card of his project, where it has one and he may be shown (JX-12c). */
@Injectable()
export class CardRenewal {
  constructor(
    private readonly shown: ShownOfficers,
    private readonly cards: LiaisonCardHandling,
  ) {}

  async offer(officerId: string, { recordedAt }: RecordedEvent, send: SendCommand): Promise<void> {
    const renewedOn = dayOfInstant(new Date(recordedAt));
    const officer = await this.shown.find(officerId, renewedOn);
    if (!officer || !(await this.cards.state(officer.projectId)).state.designed) return;
    await send(officerId, RenewLiaisonCard, { projectId: officer.projectId, officerId, renewedOn });
  }
}
