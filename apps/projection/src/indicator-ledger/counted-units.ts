import type { EntityManager } from 'typeorm';
import type { BothClocks } from '../reading/both-clocks';
import { STANDING } from './cells.query';
import type { StandingIndicator } from './indicators';

/** A unit, with the event that made it count last. */
export interface CountedUnit {
  unitId: string;
  position: number;
  day: string;
}

/** What units are asked for: a standing indicator, or one dimension of it, and only what happened from a day on. */
export interface UnitCount {
  indicator: StandingIndicator;
  dimension?: string;
  from?: string;
}

/**
 * The units of a list in which an indicator stood above zero on both clocks: however often a unit counts, it is found once. For
 * shares of units, where two Party organizations that cover one unit make no two of it.
 */
export function countedUnits(
  tx: EntityManager,
  { indicator, dimension, from = '0001-01-01' }: UnitCount,
  unitIds: readonly string[],
  asOf: BothClocks,
): Promise<CountedUnit[]> {
  return tx.query<CountedUnit[]>(
    `SELECT unit_id AS "unitId",
            (array_agg(position ORDER BY position DESC, line DESC) FILTER (WHERE amount > 0))[1] AS position,
            (array_agg(day ORDER BY position DESC, line DESC) FILTER (WHERE amount > 0))[1] AS day
     FROM posting
     WHERE organization_id = $1 AND programme_id = $2 AND indicator = $3 AND ($4::text IS NULL OR dimension = $4)
       AND unit_id = ANY($5) AND position <= $6 AND day BETWEEN $7 AND $8
     GROUP BY unit_id HAVING sum(amount) > 0 ORDER BY unit_id`,
    [
      STANDING.organizationId,
      STANDING.programmeId,
      indicator,
      dimension ?? null,
      unitIds,
      asOf.position,
      from,
      asOf.day,
    ],
  );
}
