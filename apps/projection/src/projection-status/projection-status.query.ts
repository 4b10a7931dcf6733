import { setTimeout as pause } from 'node:timers/promises';
import type { ProjectionStatusAnswer } from '@gongyou/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import { EVENT_LOG, type EventLog } from '../intake/event-log';
import { Consumer } from '../intake/consumer';
import { FOLLOWS } from '../intake/failure';
import { ParkedEvent } from '../intake/parked-event.entity';
import { Reading } from '../reading/reading';

const HEAD_WITHIN_MS = 1_500;

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
    const isSilent = !(await this.lookForHead(position));
    const head = Math.max(this.lastHead, position);
    const lastError = isSilent ? ledgerSilent(position) : later(lastParked, this.consumer.trouble ?? null);
    return { position, head, lag: head - position, lastError, parked };
  }

  /** Learns the ledger's last position. False when the ledger does not say it in time: who asks for the status waits no longer. */
  private async lookForHead(after: number): Promise<boolean> {
    const asked = this.log.feed({ after, limit: 1, waitMs: 0 }).then(
      ({ head }) => {
        this.lastHead = head;
        return true;
      },
      () => false,
    );
    const late = new AbortController();
    const inTime = await Promise.race([
      asked,
      pause(HEAD_WITHIN_MS, false, { signal: late.signal }).catch(() => false),
    ]);
    late.abort();
    return inTime;
  }
}

type LastError = ProjectionStatusAnswer['lastError'];

const ledgerSilent = (position: number): LastError => ({
  position,
  at: new Date().toISOString(),
  handler: 'ledger',
  message: 'the ledger does not answer',
});

const later = (a: LastError, b: LastError): LastError => (!a || (b && b.at > a.at) ? b : a);

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
