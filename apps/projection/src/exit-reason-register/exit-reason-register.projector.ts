import { type ExitReasonEvent, exitReasonEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addToRows } from '../database/write-rows';
import type { Projector, Recorded } from '../intake/projector';
import { ExitReasonCount } from './exit-reason-count.entity';

/** Counts what workers said why they left, by crew and month. */
@Injectable()
export class ExitReasonRegisterProjector implements Projector<ExitReasonEvent> {
  readonly name = 'exit-reason-register';
  readonly types = Object.keys(exitReasonEvents);

  async project(events: readonly Recorded<ExitReasonEvent>[], tx: EntityManager): Promise<void> {
    const counts = new Map<string, ExitReasonCount>();
    for (const { data } of events) {
      const { unitId, month, reason } = data;
      const key = `${unitId}~${month}~${reason}`;
      counts.set(key, { unitId, month, reason, amount: (counts.get(key)?.amount ?? 0) + 1 });
    }
    await addToRows(tx, ExitReasonCount, [...counts.values()]);
  }
}
