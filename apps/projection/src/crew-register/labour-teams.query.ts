import type { LabourTeamRow, LabourTeams, LabourTeamsAnswer } from '@gongyou/contracts';
import { monthOf, periodRange } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { amongUnits, unitsBelowUnlessAll } from '../unit-register/unit-tree';

const PAGE = 100;

/** The labour teams, which are the crews, of a period with what was done with them and what they asked for (JX-03). */
@Injectable()
export class LabourTeamsQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, period, cursor = '', limit = PAGE }: LabourTeams,
    sender: Pick<Sender, 'after'>,
    shown: { branchActivities: boolean },
  ): Promise<LabourTeamsAnswer> {
    const { from, to } = periodRange(period);
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const units = await unitsBelowUnlessAll(tx, organization);
      const found = await tx.query<Omit<LabourTeamRow, 'branchActivities'>[]>(TEAMS, [
        ...[units, from, to, monthOf(from), monthOf(to), cursor, limit + 1],
      ]);
      const { rows, nextCursor } = pageOf(found, limit, ({ unitId }) => unitId);
      const joined = shown.branchActivities
        ? await tx.query<{ crewId: string; activities: number }[]>(JOINED_ACTIVITIES, [
            ...[rows.map(({ unitId }) => unitId), from, to],
          ])
        : [];
      const activitiesOf = new Map(joined.map(({ crewId, activities }) => [crewId, activities]));
      const branchActivities = ({ unitId }: { unitId: string }) =>
        shown.branchActivities ? (activitiesOf.get(unitId) ?? 0) : null;
      return { teams: rows.map((row) => ({ ...row, branchActivities: branchActivities(row) })), nextCursor, position };
    });
  }
}

/** $1 the units, $2 and $3 the first and last day, $4 and $5 their months, $6 the cursor, $7 how many. */
const TEAMS = `
  SELECT crew.unit_id AS "unitId", unit.name AS "unitName", project.unit_id AS "projectId", crew.trade,
    crew.labour_subcontractor_id AS "labourSubcontractorId", crew.leader_id AS "leaderId",
    crew.leader_since AS "leaderSince", crew.formed_on AS "formedOn", crew.dissolved_on AS "dissolvedOn",
    roster.size, worked.activities AS "liaisonActivities", asked.raised AS "mattersRaised", asked.open AS "mattersOpen"
  FROM crew JOIN unit ON unit.unit_id = crew.unit_id
  LEFT JOIN LATERAL (
    WITH RECURSIVE above AS (
      SELECT unit.unit_id, unit.parent_id, unit.kind, 0 AS steps
      UNION ALL
      SELECT parent.unit_id, parent.parent_id, parent.kind, above.steps + 1
      FROM unit AS parent JOIN above ON parent.unit_id = above.parent_id
    ) CYCLE unit_id SET closes_a_ring USING path
    SELECT unit_id FROM above WHERE kind = 'project' ORDER BY steps LIMIT 1
  ) AS project ON true
  CROSS JOIN LATERAL (
    SELECT count(DISTINCT worker_id)::integer AS size FROM site_stint
    WHERE crew_id = crew.unit_id AND from_day <= LEAST($3, crew.dissolved_on)
      AND (until_day IS NULL OR until_day >= LEAST($3, crew.dissolved_on))
  ) AS roster
  CROSS JOIN LATERAL (
    SELECT count(*)::integer AS activities FROM liaison_work_entry AS entry
    WHERE entry.unit_id = crew.unit_id AND entry.month BETWEEN $4 AND $5
  ) AS worked
  CROSS JOIN LATERAL (
    SELECT count(*)::integer AS raised, (count(*) FILTER (WHERE stage <> 'closed'))::integer AS open
    FROM matter WHERE matter.unit_id = crew.unit_id AND raised_on BETWEEN $2 AND $3 AND stage <> 'withdrawn'
  ) AS asked
  WHERE ${amongUnits('crew.unit_id', '$1')} AND crew.formed_on <= $3
    AND (crew.dissolved_on IS NULL OR crew.dissolved_on >= $2) AND crew.unit_id > $6
  ORDER BY crew.unit_id LIMIT $7`;

/** How many activities of branches the crews $1 took part in from the day $2 to the day $3. */
const JOINED_ACTIVITIES = `
  SELECT joined.crew_id AS "crewId", count(DISTINCT record_id)::integer AS activities
  FROM branch_life_record CROSS JOIN LATERAL json_array_elements_text(crew_ids) AS joined (crew_id)
  WHERE with_crews AND NOT withdrawn AND held_on BETWEEN $2 AND $3 AND joined.crew_id = ANY($1)
  GROUP BY joined.crew_id`;
