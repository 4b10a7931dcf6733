import type { ProjectionStatusAnswer } from '@gongyou/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import { EVENT_LOG, type EventLog } from '../intake/event-log';
import { Consumer } from '../intake/consumer';
import { FOLLOWS } from '../intake/failure';
import { ParkedEvent } from '../intake/parked-event.entity';
import { Reading } from '../reading/reading';

/** How far the projection has come, and what keeps it from going further. */
@Injectable()
export class ProjectionStatusQuery {
  private lastHead = -1;

  constructor(
    private readonly reading: Reading,
    private readonly consumer: Consumer,
    @Inject(EVENT_LOG) private readonly log: EventLog,
  ) {}

  async answer(): Promise<ProjectionStatusAnswer> {
    const { position, parked, lastParked } = await this.reading.snapshot({}, async ({ tx, position }) => ({
      position,
      parked: await tx.count(ParkedEvent),
      lastParked: await lastFailure(tx),
    }));
    const head = Math.max(await this.head(position), position);
    return { position, head, lag: head - position, lastError: lastParked ?? this.consumer.trouble ?? null, parked };
  }

  /** The ledger's last position; the last that is known while the ledger does not answer. */
  private async head(after: number): Promise<number> {
    try {
      this.lastHead = (await this.log.feed({ after, limit: 1, waitMs: 0 })).head;
    } catch {
      return this.lastHead;
    }
    return this.lastHead;
  }
}

/** The last event that was parked for its own sake and not because it follows another. */
async function lastFailure(tx: EntityManager): Promise<ProjectionStatusAnswer['lastError']> {
  const parked = await tx.findOne(ParkedEvent, {
    where: { handler: Not(FOLLOWS) },
    order: { parkedAt: 'DESC', position: 'DESC' },
  });
  return (
    parked && {
      position: parked.position,
      at: parked.parkedAt.toISOString(),
      handler: parked.handler,
      message: parked.error,
    }
  );
}
