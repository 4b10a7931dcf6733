import {
  type LiaisonAlert,
  type LiaisonAlertKind,
  liaisonAlertKinds,
  type LiaisonAlerts,
  type LiaisonAlertsAnswer,
  type LiaisonLevel,
} from '@gongyou/contracts';
import { type Day, type PeriodKind, periodOf, periodRange, previousPeriod } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { badCursor, pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitNamesOf } from '../unit-register/unit-names';
import { unitsBelow } from '../unit-register/unit-tree';
import { LIAISON_POSTS } from './liaison-posts.sql';

const PAGE = 100;

/** What the rhythm of liaison work misses on a day. A period is missed when it is over: never on its last day, always on the next. */
@Injectable()
export class LiaisonAlertsQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: LiaisonAlerts, sender: Pick<Sender, 'after'>): Promise<LiaisonAlertsAnswer> {
    const { organization, asOfDay, kind, limit = PAGE } = asked;
    const after = asked.cursor === undefined ? undefined : placeOf(asked.cursor);
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const below = await unitsBelow(tx, organization);
      const found: LiaisonAlert[] = [];
      for (const each of liaisonAlertKinds) {
        if ((kind !== undefined && each !== kind) || found.length > limit) continue;
        if (after && liaisonAlertKinds.indexOf(each) < liaisonAlertKinds.indexOf(after.kind)) continue;
        const from = after?.kind === each ? after : undefined;
        found.push(...(await alertsOf(tx, each, below, asOfDay, from, limit + 1 - found.length)));
      }
      const { rows, nextCursor } = pageOf(found, limit, cursorOf);
      const names = await unitNamesOf(
        tx,
        rows.map(({ unitId }) => unitId),
      );
      const alerts = rows.map((alert) => ({ ...alert, unitName: names.get(alert.unitId) ?? alert.unitId }));
      return { asOfDay, alerts, nextCursor, position };
    });
  }
}

interface Rule {
  /** Whether the selection has a `subject_id`. */
  hasSubject?: boolean;
  /** The kind of period that can be missed; none for what must stand at all times. */
  every: PeriodKind | null;
  /** Selects `unit_id` and `officer_id`, and what is late as `subject_id` where an officer can have several; $1 the units, $2 the day, $3 and $4 the first and last day of the missed period. */
  select: string;
}

/** A post that nobody fills, as things stand. */
const vacant = (level: LiaisonLevel): Rule => ({
  every: null,
  select: `SELECT unit_id, '' AS officer_id FROM (${LIAISON_POSTS}) AS post
      WHERE unit_id = ANY($1) AND level = '${level}' AND NOT filled`,
});

const rules: Readonly<Record<LiaisonAlertKind, Rule>> = {
  // JX-07a, JX-07b, JX-08
  districtWithoutFullTimeOfficer: vacant('district'),
  projectWithoutOfficer: vacant('project'),
  crewWithoutLiaisonPerson: vacant('crew'),
  // JX-20: the district owes the meeting, whoever its officer was; a district that was set up within the quarter owes none yet.
  quarterlyMeetingMissed: {
    every: 'quarter',
    select: `SELECT unit_id, '' AS officer_id FROM unit
      WHERE unit_id = ANY($1) AND kind = 'projectDistrict' AND established_on <= $3 AND (closed_on IS NULL OR closed_on > $2)
        AND NOT EXISTS (SELECT FROM liaison_meeting WHERE district_id = unit.unit_id AND held_on BETWEEN $3 AND $4)`,
  },
  // JX-10a
  preJobTrainingMissing: {
    every: null,
    select: `SELECT unit_id, officer_id FROM liaison_officer
      WHERE unit_id = ANY($1) AND stage = 'appointed' AND NOT trained AND effective_on <= $2`,
  },
  // JX-11
  notDisclosed: {
    every: null,
    select: `SELECT unit_id, officer_id FROM liaison_officer
      WHERE unit_id = ANY($1) AND stage = 'onDuty' AND NOT published AND on_duty_from <= $2`,
  },
  // JX-19: a month that the officer served whole.
  workLogEmpty: {
    every: 'month',
    select: `SELECT unit_id, officer_id FROM liaison_officer
      WHERE unit_id = ANY($1) AND stage = 'onDuty' AND on_duty_from <= $3
        AND NOT EXISTS (
          SELECT FROM liaison_work_month AS work
          WHERE work.officer_id = liaison_officer.officer_id AND month = left($3::text, 7) AND entries > 0)`,
  },
  // JX-04: a year in which the officer served.
  assessmentDue: {
    every: 'year',
    select: `SELECT unit_id, officer_id FROM liaison_officer
      WHERE unit_id = ANY($1) AND on_duty_from <= $4 AND (relieved_on IS NULL OR relieved_on >= $3)
        AND NOT EXISTS (
          SELECT FROM liaison_assessment AS assessment
          WHERE assessment.officer_id = liaison_officer.officer_id AND year = left($3::text, 4)::integer
            AND concluded_on <= $2)`,
  },
  // JX-12b: what the board of a project shows (its own officers, those of its crews, those of its district) changed since it was posted.
  boardNotCurrent: {
    every: null,
    select: `WITH RECURSIVE inside AS (
        SELECT unit_id AS project_id, unit_id FROM unit
        WHERE unit_id = ANY($1) AND kind = 'project' AND (closed_on IS NULL OR closed_on > $2)
        UNION
        SELECT inside.project_id, unit.unit_id FROM unit JOIN inside ON unit.parent_id = inside.unit_id
      ), shown AS (
        SELECT project_id, unit_id FROM inside
        UNION
        SELECT project.unit_id, district.unit_id FROM inside
        JOIN unit AS project ON project.unit_id = inside.project_id
        JOIN unit AS district ON district.unit_id = project.parent_id AND district.kind = 'projectDistrict'
      )
      SELECT project_id AS unit_id, '' AS officer_id
      FROM shown JOIN liaison_board_change AS change USING (unit_id)
      LEFT JOIN liaison_board_posting AS posting ON posting.unit_id = project_id
      GROUP BY project_id HAVING max(change.position) > COALESCE(max(posting.position), -1)`,
  },
  // JX-37: late for the unit that is to answer.
  proposalUnanswered: {
    every: null,
    hasSubject: true,
    select: `SELECT proposed_to_unit_id AS unit_id, officer_id, use_id AS subject_id FROM liaison_right_use
      WHERE proposed_to_unit_id = ANY($1) AND answer_due_on < $2 AND (answered_on IS NULL OR answered_on > $2)`,
  },
};

async function alertsOf(
  tx: EntityManager,
  kind: LiaisonAlertKind,
  below: readonly string[],
  asOfDay: Day,
  after: Place | undefined,
  limit: number,
): Promise<LiaisonAlert[]> {
  const { every, select, hasSubject = false } = rules[kind];
  const period = every && previousPeriod(periodOf(asOfDay, every));
  const { from, to } = period ? periodRange(period) : { from: asOfDay, to: asOfDay };
  const subjectId = hasSubject ? 'subject_id' : `''`;
  const found = await tx.query<{ unit_id: string; officer_id: string; subject_id: string }[]>(
    `SELECT unit_id, officer_id, ${subjectId} AS subject_id FROM (${select}) AS late, (SELECT $2::date, $3::date, $4::date) AS days
     WHERE (unit_id, officer_id, ${subjectId}) > ($5, $6, $7) ORDER BY 1, 2, 3 LIMIT $8`,
    [below, asOfDay, from, to, after?.unitId ?? '', after?.officerId ?? '', after?.subjectId ?? '', limit],
  );
  return found.map(({ unit_id: unitId, officer_id, subject_id }) => ({
    kind,
    unitId,
    unitName: unitId,
    officerId: officer_id === '' ? null : officer_id,
    period,
    subjectId: subject_id === '' ? null : subject_id,
  }));
}

interface Place {
  kind: LiaisonAlertKind;
  unitId: string;
  officerId: string;
  subjectId: string;
}

const cursorOf = ({ kind, unitId, officerId, subjectId }: LiaisonAlert): string =>
  [kind, unitId, officerId ?? '', subjectId ?? ''].join('~');

function placeOf(cursor: string): Place {
  const [kind, unitId, officerId, subjectId, ...rest] = cursor.split('~');
  const known = liaisonAlertKinds.find((each) => each === kind);
  if (known === undefined || unitId === undefined || officerId === undefined || subjectId === undefined)
    throw badCursor();
  if (rest.length > 0) throw badCursor();
  return { kind: known, unitId, officerId, subjectId };
}
