import type { CrewSupportVisits, CrewSupportVisitsAnswer, CrewSupportVisitsRow } from '@gongyou/contracts';
import { monthsOf, periodRange } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf, twoIdsOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';

const PAGE = 100;

/** How often those who are stationed with crews visited them, by assignment (QD-10, QD-41). */
@Injectable()
export class CrewSupportVisitsQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, period, role, cursor, limit = PAGE }: CrewSupportVisits,
    sender: Pick<Sender, 'after'>,
  ): Promise<CrewSupportVisitsAnswer> {
    const { from, to } = periodRange(period);
    const [unitId, assignmentId] = twoIdsOf(cursor);
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<CrewSupportVisitsRow[]>(ASSIGNMENTS, [
        ...[await unitsBelow(tx, organization), monthsOf(period), from, to, role ?? null],
        ...[unitId, assignmentId, limit + 1],
      ]);
      const { rows: assignments, nextCursor } = pageOf(found, limit, (last) => `${last.unitId}.${last.assignmentId}`);
      return { assignments, nextCursor, position };
    });
  }
}

/**
 * $1 the units, $2 the months, $3 and $4 the first and last day, $5 the role, $6 and $7 crew and assignment of the cursor, $8 how many.
 * Assignments that lasted on a day of the period, those of a crew until it was dissolved.
 */
const ASSIGNMENTS = `
  SELECT crew.unit_id AS "unitId", unit.name AS "unitName", given->>'id' AS "assignmentId", given_as.role,
    given->>'personId' AS "stationedId", given->>'fromDay' AS "fromDay", given->>'endedOn' AS "endedOn", visited.*
  FROM crew
  JOIN unit ON unit.unit_id = crew.unit_id
  CROSS JOIN LATERAL (
    VALUES ('stationedManager', crew.supports), ('stationedPartyMember', crew.party_members)
  ) AS given_as (role, given_list)
  CROSS JOIN LATERAL json_array_elements(given_as.given_list) AS given
  CROSS JOIN LATERAL (
    SELECT COALESCE(sum(visits), 0)::integer AS visits, COALESCE(sum(minutes), 0)::integer AS minutes,
      max(last_visited_on)::text AS "lastVisitedOn", COALESCE(sum(matters_raised), 0)::integer AS "mattersRaised",
      COALESCE(sum(matters_followed_up), 0)::integer AS "mattersFollowedUp",
      COALESCE(json_agg(json_build_object('month', month, 'visits', visits) ORDER BY month), '[]') AS "visitsByMonth"
    FROM (
      SELECT month, count(*) AS visits, sum(minutes) AS minutes, max(visited_on) AS last_visited_on,
        sum(matters_raised) AS matters_raised, sum(matters_followed_up) AS matters_followed_up
      FROM crew_support_visit AS visit
      WHERE visit.unit_id = crew.unit_id AND visit.assignment_id = given->>'id' AND month = ANY($2)
      GROUP BY month
    ) AS by_month
  ) AS visited
  WHERE crew.unit_id = ANY($1) AND ($5::text IS NULL OR given_as.role = $5)
    AND given->>'fromDay' <= $4 AND (given->>'endedOn' IS NULL OR given->>'endedOn' >= $3)
    AND (crew.dissolved_on IS NULL OR crew.dissolved_on >= $3::date)
    AND crew.unit_id >= $6 AND (crew.unit_id, given->>'id') > ($6, $7)
  ORDER BY crew.unit_id, given->>'id' LIMIT $8`;
