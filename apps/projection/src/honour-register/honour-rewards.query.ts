import type {
  HonourRewardPayments,
  HonourRewardPaymentsAnswer,
  MobileRedFlagHolders,
  MobileRedFlagHoldersAnswer,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { badCursor, pageOf, twoIdsOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';

const PAGE = 100;

/** Where the mobile red flag has been, and what rewards were paid (JX-51a, JX-51c). */
@Injectable()
export class HonourRewardsQuery {
  constructor(private readonly reading: Reading) {}

  flagHolders(
    { organization, cursor, limit = PAGE }: MobileRedFlagHolders,
    sender: Pick<Sender, 'after'>,
  ): Promise<MobileRedFlagHoldersAnswer> {
    const [unitId, selectionId] = twoIdsOf(cursor);
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<MobileRedFlagHoldersAnswer['holders']>(
        `SELECT * FROM (
           SELECT selection.unit_id AS "unitId", selection.selection_id AS "selectionId", period AS month,
             candidate_id AS "teamUnitId", score_hundredths AS "scoreHundredths",
             certificate_number AS "certificateNumber", decided_on AS "heldFrom",
             lead(decided_on) OVER (PARTITION BY selection.unit_id ORDER BY decided_on, selection.selection_id) AS "heldUntil"
           FROM honour_selection AS selection
           JOIN honour_nomination AS nomination ON nomination.selection_id = selection.selection_id
             AND candidate_kind = 'labourTeam' AND given_on IS NOT NULL
           WHERE selection.unit_id = ANY($1) AND selection.honour = 'monthlyAdvanced' AND stage = 'decided'
         ) AS holder
         WHERE ("unitId", "selectionId") > ($2, $3) ORDER BY "unitId", "selectionId" LIMIT $4`,
        [await unitsBelow(tx, organization), unitId, selectionId, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, (last) => `${last.unitId}.${last.selectionId}`);
      return { holders: rows, nextCursor, position };
    });
  }

  payments(
    { organization, honour, cursor, limit = PAGE }: HonourRewardPayments,
    sender: Pick<Sender, 'after'>,
  ): Promise<HonourRewardPaymentsAnswer> {
    const after = placeOf(cursor);
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const which = [await unitsBelow(tx, organization), honour ?? null];
      const byUnit = await tx.query<HonourRewardPaymentsAnswer['byUnit']>(
        `SELECT unit_id AS "unitId", count(*)::int AS payments, sum(paid_fen)::bigint AS "paidFen"
         FROM honour_reward_payment WHERE unit_id = ANY($1) AND ($2::text IS NULL OR honour = $2)
         GROUP BY unit_id ORDER BY unit_id`,
        which,
      );
      const found = await tx.query<HonourRewardPaymentsAnswer['payments']>(
        `SELECT unit_id AS "unitId", payment.selection_id AS "selectionId", payment_id AS "paymentId",
           payment.nomination_id AS "nominationId", payment.honour, payee_id AS "payeeId", payment.paid_fen AS "paidFen",
           paid_on AS "paidOn", certificate_number AS "certificateNumber"
         FROM honour_reward_payment AS payment JOIN honour_nomination AS nomination
           ON nomination.selection_id = payment.selection_id AND nomination.nomination_id = payment.nomination_id
         WHERE unit_id = ANY($1) AND ($2::text IS NULL OR payment.honour = $2)
           AND (unit_id, payment.selection_id, payment_id) > ($3, $4, $5)
         ORDER BY unit_id, payment.selection_id, payment_id LIMIT $6`,
        [...which, ...after, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, (last) =>
        [last.unitId, last.selectionId, last.paymentId].join('.'),
      );
      return { byUnit, payments: rows, nextCursor, position };
    });
  }
}

function placeOf(cursor: string | undefined): string[] {
  if (cursor === undefined) return ['', '', ''];
  const ids = cursor.split('.');
  if (ids.length !== 3) throw badCursor();
  return ids;
}
