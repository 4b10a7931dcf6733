import type { ExitReason, ExitReasons, ExitReasonsAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { toldInAggregate } from './told-in-aggregate';

/** Why workers left the crews at or below a unit, as far as it may be told (QD-48). */
@Injectable()
export class ExitReasonsQuery {
  constructor(private readonly reading: Reading) {}

  answer({ organization, from, to }: ExitReasons, sender: Pick<Sender, 'after'>): Promise<ExitReasonsAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const counts = await tx.query<{ reason: ExitReason; answers: number }[]>(
        `SELECT reason, sum(amount)::bigint AS answers FROM exit_reason_count
         WHERE unit_id = ANY($1) AND month BETWEEN $2 AND $3 GROUP BY reason`,
        [await unitsBelow(tx, organization), from, to],
      );
      return { ...toldInAggregate(counts), position };
    });
  }
}
