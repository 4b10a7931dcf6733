import type { EntityManager } from 'typeorm';
import type { Balance } from './balance.entity';

/** A balance that is not what its postings add up to. */
export interface BalanceDifference extends Omit<Balance, 'amount'> {
  kept: number;
  recomputed: number;
}

/** Adds up all postings again and tells where the kept balances differ. There must be no difference. */
export async function recomputeBalances(tx: EntityManager): Promise<BalanceDifference[]> {
  return tx.query<BalanceDifference[]>(
    `SELECT organization_id AS "organizationId", programme_id AS "programmeId", period_month AS "periodMonth", indicator,
            measure_id AS "measureId", unit_id AS "unitId", dimension,
            coalesce(balance.amount, 0) AS kept, coalesce(recomputed.amount, 0) AS recomputed
     FROM balance
     FULL JOIN (
       SELECT organization_id, programme_id, period_month, indicator, measure_id, unit_id, dimension, sum(amount)::bigint AS amount
       FROM posting GROUP BY organization_id, programme_id, period_month, indicator, measure_id, unit_id, dimension
     ) AS recomputed USING (organization_id, programme_id, period_month, indicator, measure_id, unit_id, dimension)
     WHERE coalesce(balance.amount, 0) <> coalesce(recomputed.amount, 0)
     ORDER BY 1, 2, 3, 4, 5, 6, 7`,
  );
}
