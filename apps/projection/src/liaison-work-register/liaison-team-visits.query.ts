import type { LiaisonTeamVisits, LiaisonTeamVisitsAnswer, LiaisonTeamVisitsRow } from '@gongyou/contracts';
import { firstDay, lastDay } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { parametersInForce } from './parameters-in-force';

const PAGE = 100;

/** How often teams were visited in a month, and whether that is enough (JX-40, JX-52, JX-70). */
@Injectable()
export class LiaisonTeamVisitsQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, month, short, cursor = '', limit = PAGE }: LiaisonTeamVisits,
    sender: Pick<Sender, 'after'>,
  ): Promise<LiaisonTeamVisitsAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<LiaisonTeamVisitsRow[]>(TEAMS, [
        await unitsBelow(tx, organization),
        month,
        firstDay(month),
        lastDay(month),
        short !== undefined,
        cursor,
        limit + 1,
      ]);
      const { rows: teams, nextCursor } = pageOf(found, limit, ({ unitId }) => unitId);
      return { month, teams, nextCursor, position };
    });
  }
}

/** $1 the units, $2 the month, $3 and $4 its first and last day, $5 the short ones only, $6 the cursor, $7 how many. */
const TEAMS = `
  SELECT team.unit_id AS "unitId", team.name AS "unitName", visited.visits, visited.talks,
    visited.persons_present AS "personsPresent", visited.requests_raised AS "requestsRaised",
    visited.matters_opened AS "mattersOpened", visited.by_officer AS "byOfficer", owed.team_visits_per_month AS "visitsOwed"
  FROM unit AS team
  CROSS JOIN LATERAL (
    SELECT COALESCE(sum(visits), 0)::integer AS visits, COALESCE(sum(talks), 0)::integer AS talks,
      COALESCE(sum(persons_present), 0)::integer AS persons_present,
      COALESCE(sum(requests_raised), 0)::integer AS requests_raised,
      COALESCE(sum(matters_opened), 0)::integer AS matters_opened,
      COALESCE(
        json_agg(json_build_object('officerId', officer_id, 'visits', visits, 'requestsRaised', requests_raised)
          ORDER BY officer_id), '[]') AS by_officer
    FROM (
      SELECT officer_id, count(*) AS visits, count(*) FILTER (WHERE activity = 'talk') AS talks,
        sum(persons_present) AS persons_present, sum(requests_raised) AS requests_raised,
        sum(matters_opened) AS matters_opened
      FROM liaison_work_entry
      WHERE unit_id = team.unit_id AND month = $2 AND activity IN ('visit', 'talk', 'round')
      GROUP BY officer_id
    ) AS officer
  ) AS visited
  LEFT JOIN LATERAL (${parametersInForce('team.unit_id', '$4::date')}) AS owed ON true
  WHERE team.unit_id = ANY($1) AND team.kind IN ('crew', 'labourSubcontractor') AND team.established_on <= $4
    AND (team.closed_on IS NULL OR team.closed_on > $3)
    AND (NOT $5 OR visited.visits < owed.team_visits_per_month
      AND team.established_on <= $3 AND (team.closed_on IS NULL OR team.closed_on > $4))
    AND team.unit_id > $6
  ORDER BY team.unit_id LIMIT $7`;
