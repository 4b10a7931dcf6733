import type { LiaisonSubordinateTasks, LiaisonSubordinateTasksAnswer, SubordinateTaskRow } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf, twoIdsOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { parametersInForce } from './parameters-in-force';
import { withUnitsAbove } from './units-above';

const PAGE = 100;

/** What district officers owe their subordinates, by the superior relation (JX-13). */
@Injectable()
export class LiaisonSubordinateTasksQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, asOfDay, overdue, cursor, limit = PAGE }: LiaisonSubordinateTasks,
    sender: Pick<Sender, 'after'>,
  ): Promise<LiaisonSubordinateTasksAnswer> {
    const [subordinateId, task] = twoIdsOf(cursor);
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<SubordinateTaskRow[]>(TASKS, [
        await unitsBelow(tx, organization),
        asOfDay,
        overdue !== undefined,
        subordinateId,
        task,
        limit + 1,
      ]);
      const { rows: tasks, nextCursor } = pageOf(found, limit, (last) => `${last.subordinateId}.${last.task}`);
      return { asOfDay, tasks, nextCursor, position };
    });
  }
}

/** Officers of the district that a subordinate's post lies in. */
const SUPERIORS = `
  ${withUnitsAbove('subordinate.unit_id')}
  SELECT COALESCE(json_agg(officer.officer_id ORDER BY officer.officer_id), '[]') AS officer_ids
  FROM above JOIN liaison_officer AS officer ON officer.unit_id = above.unit_id
  WHERE officer.level = 'district' AND officer.stage = 'onDuty' AND officer.on_duty_from <= $2::date`;

/**
 * $1 the units, $2 the day, $3 the overdue only, $4 and $5 the subordinate and the task of the cursor, $6 how many. The training is due
 * when the appointment takes effect, guidance and checks so many months after the last one, or after the subordinate began.
 */
const TASKS = `
  SELECT owed.*, unit.name AS "unitName", COALESCE("dueOn"::date < $2::date, false) AS overdue
  FROM (
    SELECT subordinate.officer_id AS "subordinateId", subordinate.level, subordinate.unit_id AS "unitId",
      superior.officer_ids AS "districtOfficerIds", task, last.worked_on::text AS "lastOn",
      COALESCE(last.findings, '[]') AS "lastFindings",
      CASE task
        WHEN 'training' THEN CASE WHEN NOT subordinate.trained THEN subordinate.effective_on::text END
        WHEN 'guidance' THEN (since + make_interval(months => rhythm.guidance_every_months))::date::text
        ELSE (since + make_interval(months => rhythm.check_every_months))::date::text
      END AS "dueOn"
    FROM liaison_officer AS subordinate
    CROSS JOIN (VALUES ('training'), ('guidance'), ('check')) AS every (task)
    LEFT JOIN LATERAL (
      SELECT worked_on, findings FROM liaison_work_entry AS work
      WHERE work.subordinate_id = subordinate.officer_id AND work.activity = task AND worked_on <= $2::date
      ORDER BY worked_on DESC LIMIT 1
    ) AS last ON true
    CROSS JOIN LATERAL (
      SELECT COALESCE(last.worked_on, subordinate.on_duty_from, subordinate.effective_on) AS since
    ) AS rhythm_begins
    LEFT JOIN LATERAL (${parametersInForce('subordinate.unit_id', '$2::date')}) AS rhythm ON true
    CROSS JOIN LATERAL (${SUPERIORS}) AS superior
    WHERE subordinate.unit_id = ANY($1) AND subordinate.level IN ('project', 'crew')
      AND subordinate.stage IN ('appointed', 'onDuty') AND subordinate.effective_on <= $2::date
      AND subordinate.officer_id >= $4 AND (subordinate.officer_id, task) > ($4, $5)
  ) AS owed
  JOIN unit ON unit.unit_id = owed."unitId"
  WHERE NOT $3 OR "dueOn"::date < $2::date
  ORDER BY "subordinateId", task LIMIT $6`;
