import type { LiaisonWork, LiaisonWorkAnswer, LiaisonWorkRow } from '@gongyou/contracts';
import { monthsOf } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';

/** The sums of the work logs, by month and activity. */
@Injectable()
export class LiaisonWorkQuery {
  constructor(private readonly reading: Reading) {}

  answer({ organization, period, officer }: LiaisonWork, sender: Pick<Sender, 'after'>): Promise<LiaisonWorkAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const work = await tx.query<LiaisonWorkRow[]>(
        `SELECT month, activity, sum(entries)::integer AS entries, sum(persons_present)::integer AS "personsPresent",
           sum(requests_raised)::integer AS "requestsRaised", sum(matters_opened)::integer AS "mattersOpened"
         FROM liaison_work_month
         WHERE post_unit_id = ANY($1) AND month = ANY($2) AND ($3::text IS NULL OR officer_id = $3)
         GROUP BY month, activity HAVING sum(entries) > 0 ORDER BY month, activity`,
        [await unitsBelow(tx, organization), monthsOf(period), officer ?? null],
      );
      return { work, position };
    });
  }
}
