import type { Month } from '@gongyou/domain';
import type { EntityManager } from 'typeorm';
import type { BothClocks } from '../reading/both-clocks';
import { belowEachAsOf } from '../unit-register/unit-tree';
import type { LedgerIndicator } from './indicators';

/** Of which part of the ledger the figures are. */
export interface LedgerScope {
  programmeId: string;
  /** The organization that adopted the programme; empty for standing figures. */
  organizationId: string;
  /** Only what counts for these units; everything when null. */
  unitIds: readonly string[] | null;
  from: Month;
  to: Month;
  /** Only these; all of them when left out. */
  indicators?: readonly LedgerIndicator[];
}

/** Where standing figures are posted: they belong to no programme, and count from whatever month they were posted in. */
export const STANDING = {
  programmeId: '',
  organizationId: '',
  from: '0000-00' as Month,
  to: '9999-99' as Month,
} as const satisfies Omit<LedgerScope, 'unitIds' | 'indicators'>;

/** A sum of postings, as fine as a report needs it. */
export interface Cell {
  indicator: LedgerIndicator;
  measureId: string;
  dimension: string;
  periodMonth: string;
  amount: number;
}

/**
 * The figures on both clocks: the balances, less the postings that came later or happened later. What is asked for now costs the
 * same however long the history is: no posting is later than `newest`, the position that the balances stand at, and those that
 * were dated ahead are found by their day.
 */
export function cellsAsOf(tx: EntityManager, scope: LedgerScope, asOf: BothClocks, newest: number): Promise<Cell[]> {
  const cameLater = `
       UNION ALL
       SELECT indicator, measure_id, dimension, period_month, -amount FROM posting WHERE ${IN_SCOPE} AND position > $7`;
  return tx.query<Cell[]>(
    `SELECT ${CELL}, sum(amount)::bigint AS amount FROM (
       SELECT indicator, measure_id, dimension, period_month, amount FROM balance WHERE ${IN_SCOPE}
       UNION ALL
       SELECT indicator, measure_id, dimension, period_month, -amount FROM posting WHERE ${IN_SCOPE} AND position <= $7 AND day > $8
       ${asOf.position < newest ? cameLater : ''}
     ) AS part GROUP BY indicator, measure_id, dimension, period_month`,
    [...valuesOf(scope), asOf.position, asOf.day],
  );
}

/** A sum of standing postings of a unit and all that stood below it. */
export type CellOfUnit = Pick<Cell, 'indicator' | 'dimension' | 'amount'> & { unitId: string };

/** The standing figures of several units at once, each with all that stood below it, on both clocks. */
export function standingCellsOf(
  tx: EntityManager,
  { unitIds, indicators }: { unitIds: readonly string[]; indicators: readonly LedgerIndicator[] },
  asOf: BothClocks,
  newest: number,
): Promise<CellOfUnit[]> {
  const inScope = `organization_id = '' AND programme_id = '' AND indicator = ANY($2) AND unit_id IN (SELECT unit_id FROM below)`;
  const cameLater = `
       UNION ALL
       SELECT unit_id, indicator, dimension, -amount FROM posting WHERE ${inScope} AND position > $3`;
  return tx.query<CellOfUnit[]>(
    `WITH RECURSIVE ${belowEachAsOf(['$1', '$3', '$4'])}, part AS (
       SELECT unit_id, indicator, dimension, amount FROM balance WHERE ${inScope}
       UNION ALL
       SELECT unit_id, indicator, dimension, -amount FROM posting WHERE ${inScope} AND position <= $3 AND day > $4
       ${asOf.position < newest ? cameLater : ''}
     )
     SELECT top_id AS "unitId", indicator, dimension, sum(amount)::bigint AS amount
     FROM part JOIN below USING (unit_id) GROUP BY top_id, indicator, dimension`,
    [unitIds, indicators, asOf.position, asOf.day],
  );
}

/** What came between two points on both clocks, of which the first lies before the second on either. */
export function cellsBetween(
  tx: EntityManager,
  scope: LedgerScope,
  since: BothClocks,
  asOf: BothClocks,
): Promise<Cell[]> {
  return tx.query<Cell[]>(
    `SELECT ${CELL}, sum(amount)::bigint AS amount FROM (
       SELECT indicator, measure_id, dimension, period_month, amount FROM posting
       WHERE ${IN_SCOPE} AND position > $9 AND position <= $7 AND day <= $8
       UNION ALL
       SELECT indicator, measure_id, dimension, period_month, amount FROM posting
       WHERE ${IN_SCOPE} AND position <= $9 AND day > $10 AND day <= $8
     ) AS part GROUP BY indicator, measure_id, dimension, period_month`,
    [...valuesOf(scope), asOf.position, asOf.day, since.position, since.day],
  );
}

const CELL = 'indicator, measure_id AS "measureId", dimension, period_month AS "periodMonth"';

const IN_SCOPE = `
  organization_id = $1 AND programme_id = $2 AND period_month BETWEEN $3 AND $4 AND ($5::text[] IS NULL OR unit_id = ANY($5))
  AND ($6::text[] IS NULL OR indicator = ANY($6))`;

const valuesOf = ({ organizationId, programmeId, from, to, unitIds, indicators }: LedgerScope): unknown[] => [
  organizationId,
  programmeId,
  from,
  to,
  unitIds,
  indicators ?? null,
];
