import {
  type LiaisonCardEvent,
  liaisonCardEvents,
  type LiaisonCardHolderEvent,
  liaisonCardHolderEvents,
} from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { upsertRows } from '../database/write-rows';
import type { Projector, Recorded } from '../intake/projector';
import { LiaisonCardHolder, PresentLiaisonCard } from './liaison-card.entity';

/** Keeps what the contact card of each project shows, and which edition each worker holds. */
@Injectable()
export class LiaisonCardProjector implements Projector<LiaisonCardEvent | LiaisonCardHolderEvent> {
  readonly name = 'liaison-card';
  readonly types = [...Object.keys(liaisonCardEvents), ...Object.keys(liaisonCardHolderEvents)];

  async project(
    events: readonly Recorded<LiaisonCardEvent | LiaisonCardHolderEvent>[],
    tx: EntityManager,
  ): Promise<void> {
    const cards = new Map<string, PresentLiaisonCard>();
    const holders = new Map<string, LiaisonCardHolder>();
    for (const { type, data } of events) {
      if (type === 'LiaisonCardDesigned') {
        const { projectId, edition, officerId, hotline, complaintCode } = data;
        cards.set(projectId, { projectId, edition, officerId, hotline, complaintCode });
      } else {
        const { projectId, workerId, edition } = data;
        const acknowledged = type === 'LiaisonCardAcknowledged';
        holders.set(`${projectId}~${workerId}`, { projectId, workerId, edition, acknowledged });
      }
    }
    await upsertRows(tx, PresentLiaisonCard, [...cards.values()]);
    await upsertRows(tx, LiaisonCardHolder, [...holders.values()]);
  }
}
