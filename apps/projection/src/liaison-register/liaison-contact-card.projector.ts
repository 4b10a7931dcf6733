import {
  type LiaisonContactCardEvent,
  liaisonContactCardEvents,
  type LiaisonContactCardHolderEvent,
  liaisonContactCardHolderEvents,
} from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { upsertRows } from '../database/write-rows';
import type { Projector, Recorded } from '../intake/projector';
import { LiaisonContactCardHolder, PresentLiaisonContactCard } from './liaison-contact-card.entity';

/** Keeps what the contact card of each project shows, and which edition each worker holds. */
@Injectable()
export class LiaisonContactCardProjector implements Projector<LiaisonContactCardEvent | LiaisonContactCardHolderEvent> {
  readonly name = 'liaison-contact-card';
  readonly types = [...Object.keys(liaisonContactCardEvents), ...Object.keys(liaisonContactCardHolderEvents)];

  async project(
    events: readonly Recorded<LiaisonContactCardEvent | LiaisonContactCardHolderEvent>[],
    tx: EntityManager,
  ): Promise<void> {
    const cards = new Map<string, PresentLiaisonContactCard>();
    const holders = new Map<string, LiaisonContactCardHolder>();
    for (const { type, data } of events) {
      if (type === 'LiaisonContactCardDesigned') {
        const { projectId, edition, officerId, hotline, complaintCode } = data;
        cards.set(projectId, { projectId, edition, officerId, hotline, complaintCode });
      } else {
        const { projectId, workerId, edition } = data;
        const acknowledged = type === 'LiaisonContactCardAcknowledged';
        holders.set(`${projectId}~${workerId}`, { projectId, workerId, edition, acknowledged });
      }
    }
    await upsertRows(tx, PresentLiaisonContactCard, [...cards.values()]);
    await upsertRows(tx, LiaisonContactCardHolder, [...holders.values()]);
  }
}
