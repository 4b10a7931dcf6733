import type { RenewLiaisonContactCard } from '@gongyou/contracts';
import { dayOfInstant } from '@gongyou/domain';
import type { RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { LiaisonContactCardHandling } from './liaison-contact-card.aggregate';
import { ShownOfficers } from './shown-officers.lookup';

/** Finds whether an event calls for an officer on the card of his project: where it has one, and he may be shown (JX-12c). */
@Injectable()
export class CardRenewals {
  constructor(
    private readonly shown: ShownOfficers,
    private readonly cards: LiaisonContactCardHandling,
  ) {}

  async find(officerId: string, { recordedAt }: RecordedEvent): Promise<RenewLiaisonContactCard | undefined> {
    const renewedOn = dayOfInstant(new Date(recordedAt));
    const officer = await this.shown.find(officerId, renewedOn);
    if (!officer || !(await this.cards.state(officer.projectId)).state.designed) return undefined;
    return { projectId: officer.projectId, officerId, renewedOn };
  }
}
