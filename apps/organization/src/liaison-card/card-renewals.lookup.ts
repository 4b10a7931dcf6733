import type { RenewLiaisonCard } from '@gongyou/contracts';
import { dayOfInstant } from '@gongyou/domain';
import type { RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { LiaisonCardHandling } from './liaison-card.aggregate';
import { ShownOfficers } from './shown-officers.lookup';

/** Finds whether an event calls for an officer on the card of his project: where it has one, and he may be shown (JX-12c). */
@Injectable()
export class CardRenewals {
  constructor(
    private readonly shown: ShownOfficers,
    private readonly cards: LiaisonCardHandling,
  ) {}

  async find(officerId: string, { recordedAt }: RecordedEvent): Promise<RenewLiaisonCard | undefined> {
    const renewedOn = dayOfInstant(new Date(recordedAt));
    const officer = await this.shown.find(officerId, renewedOn);
    if (!officer || !(await this.cards.state(officer.projectId)).state.designed) return undefined;
    return { projectId: officer.projectId, officerId, renewedOn };
  }
}
