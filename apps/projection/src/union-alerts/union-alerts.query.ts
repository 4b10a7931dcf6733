import {
  employerKinds,
  tradeUnionLawOn,
  type UnionAlert,
  type UnionAlertKind,
  type UnionAlerts,
  type UnionAlertsAnswer,
} from '@gongyou/contracts';
import { addDays, type Day } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { pageOf, twoIdsOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { amongUnits, unitsBelowUnlessAll } from '../unit-register/unit-tree';
import {
  congressSessionAlerts,
  type ContributionFacts,
  contributionAlerts,
  type EmployerFacts,
  jointConferenceAlerts,
  type MonthlyHonourFacts,
  monthlyHonourMissed,
  ownCommitteeDue,
  TERM_REMINDER_DAYS,
  termAlerts,
  type TermFacts,
  type UnionFacts,
  unionOutlivesItsUnits,
  type YearlyFacts,
} from './alerts';

const PAGE = 100;

/** What is owed at or below a unit on a day, in the order of kind and subject. */
@Injectable()
export class UnionAlertsQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: UnionAlerts, sender: Pick<Sender, 'after'>): Promise<UnionAlertsAnswer> {
    const { organization, asOfDay, kind, cursor, limit = PAGE } = asked;
    const after = keyOf(...twoIdsOf(cursor));
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const below = await unitsBelowUnlessAll(tx, organization);
      const found: UnionAlert[] = [];
      for (const { kinds, alerts } of sources) {
        if (kind === undefined || kinds.includes(kind)) found.push(...(await alerts(tx, below, asOfDay)));
      }
      const wanted = found
        .filter((alert) => kind === undefined || alert.kind === kind)
        .map((alert) => ({ alert, key: keyOf(alert.kind, alert.subjectId) }))
        .filter(({ key }) => key > after)
        .sort((a, b) => (a.key < b.key ? -1 : 1));
      const { rows, nextCursor } = pageOf(wanted, limit, ({ alert }) => `${alert.kind}.${alert.subjectId}`);
      return { alerts: rows.map(({ alert }) => alert), nextCursor, position };
    });
  }
}

/** The mass organization worked on the day $2. */
const ACTIVE =
  'organization.active_since <= $2 AND (organization.dissolved_on IS NULL OR organization.dissolved_on > $2)';

/** Where the facts behind some kinds of alert are read. The queries leave out what can owe nothing; what owes something, `alerts.ts` says. */
interface Source {
  kinds: readonly UnionAlertKind[];
  alerts: (tx: EntityManager, below: readonly string[] | null, asOfDay: Day) => Promise<UnionAlert[]>;
}

const sources: readonly Source[] = [
  {
    kinds: ['ownCommitteeDue'],
    alerts: async (tx, below, asOfDay) => {
      const employers = await tx.query<EmployerFacts[]>(
        `SELECT unit.unit_id AS "unitId", unit.kind, counted.member_count AS "memberCount", counted.counted_on AS "countedOn",
           EXISTS (
             SELECT 1 FROM mass_organization_coverage AS coverage
             WHERE coverage.unit_id = unit.unit_id AND coverage.kind = 'tradeUnion' AND coverage.form = 'own'
               AND coverage.covered_from <= $2 AND (coverage.covered_until IS NULL OR coverage.covered_until > $2)
           ) AS "hasOwnUnion"
         FROM unit CROSS JOIN LATERAL (
           SELECT member_count, counted_on FROM headcount
           WHERE headcount.unit_id = unit.unit_id AND counted_on <= $2 ORDER BY from_position DESC LIMIT 1
         ) AS counted
         WHERE ${amongUnits('unit.unit_id', '$1')} AND unit.kind = ANY($3) AND counted.member_count >= $4
           AND (unit.closed_on IS NULL OR unit.closed_on > $2)`,
        [below, asOfDay, employerKinds, tradeUnionLawOn(asOfDay).ownCommitteeFromMembers],
      );
      return employers.flatMap((each) => ownCommitteeDue(each, asOfDay));
    },
  },
  {
    kinds: ['jointConferenceDue', 'jointConferenceMissed'],
    alerts: async (tx, below, asOfDay) => {
      const conferences = await tx.query<YearlyFacts[]>(
        `SELECT joint_conference_id AS "subjectId", government_unit_id AS "unitId", established_on AS since, ARRAY(
           SELECT held_on::text FROM joint_meeting AS meeting
           WHERE meeting.joint_conference_id = joint_conference.joint_conference_id
         ) AS "heldOn"
         FROM joint_conference WHERE ${amongUnits('government_unit_id', '$1')} OR ${amongUnits('union_unit_id', '$1')}`,
        [below],
      );
      return conferences.flatMap((each) => jointConferenceAlerts(each, asOfDay));
    },
  },
  {
    kinds: ['congressSessionDue', 'congressSessionMissed'],
    alerts: async (tx, below, asOfDay) => {
      const congresses = await tx.query<YearlyFacts[]>(
        `SELECT congress_id AS "subjectId", unit_id AS "unitId", begins_on AS since, ARRAY(
           SELECT held_on::text FROM congress_session AS session WHERE session.congress_id = congress.congress_id
         ) AS "heldOn"
         FROM congress WHERE ${amongUnits('unit_id', '$1')} AND kind = 'workersCongress' AND $2 BETWEEN begins_on AND ends_on`,
        [below, asOfDay],
      );
      return congresses.flatMap((each) => congressSessionAlerts(each, asOfDay));
    },
  },
  {
    kinds: ['unionOutlivesItsUnits'],
    alerts: async (tx, below, asOfDay) => {
      const unions = await tx.query<UnionFacts[]>(
        `SELECT organization.mass_organization_id AS "massOrganizationId", organization.host_unit_id AS "hostUnitId", ARRAY(
           SELECT covered.closed_on::text FROM mass_organization_coverage AS coverage
           JOIN unit AS covered ON covered.unit_id = coverage.unit_id
           WHERE coverage.mass_organization_id = organization.mass_organization_id
             AND coverage.covered_from <= $2 AND (coverage.covered_until IS NULL OR coverage.covered_until > $2)
         ) AS "closedOn"
         FROM mass_organization AS organization JOIN unit AS host ON host.unit_id = organization.host_unit_id
         WHERE ${amongUnits('organization.host_unit_id', '$1')} AND organization.kind = 'tradeUnion' AND host.closed_on <= $2 AND ${ACTIVE}`,
        [below, asOfDay],
      );
      return unions.flatMap((each) => unionOutlivesItsUnits(each, asOfDay));
    },
  },
  {
    kinds: ['termEnding', 'termExpired'],
    alerts: async (tx, below, asOfDay) => {
      const terms = await tx.query<TermFacts[]>(
        `SELECT organization.mass_organization_id AS "massOrganizationId", organization.host_unit_id AS "hostUnitId", term.ends_on AS "endsOn"
         FROM mass_organization AS organization CROSS JOIN LATERAL (
           SELECT ends_on FROM mass_organization_term AS each
           WHERE each.mass_organization_id = organization.mass_organization_id AND each.confirmed_on <= $2
           ORDER BY from_position DESC LIMIT 1
         ) AS term
         WHERE ${amongUnits('organization.host_unit_id', '$1')} AND term.ends_on <= $3 AND ${ACTIVE}`,
        [below, asOfDay, addDays(asOfDay, TERM_REMINDER_DAYS)],
      );
      return terms.flatMap((each) => termAlerts(each, asOfDay));
    },
  },
  {
    kinds: ['unionContributionShort'],
    alerts: async (tx, below, asOfDay) => {
      const short = await tx.query<ContributionFacts[]>(
        `SELECT unit_id AS "unitId", month FROM union_contribution WHERE ${amongUnits('unit_id', '$1')} AND paid_fen < due_fen`,
        [below],
      );
      return short.flatMap((each) => contributionAlerts(each, asOfDay));
    },
  },
  {
    kinds: ['monthlyHonourMissed'],
    alerts: async (tx, below, asOfDay) => {
      const projects = await tx.query<MonthlyHonourFacts[]>(
        `SELECT unit_id AS "unitId", min(period) AS "firstMonth",
           COALESCE(array_agg(period) FILTER (WHERE decided_on <= $2), '{}') AS "decidedMonths"
         FROM honour_selection WHERE ${amongUnits('unit_id', '$1')} AND honour = 'monthlyAdvanced' AND opened_on <= $2
         GROUP BY unit_id`,
        [below, asOfDay],
      );
      return projects.flatMap((each) => monthlyHonourMissed(each, asOfDay));
    },
  },
];

const keyOf = (kind: string, subjectId: string): string => `${kind} ${subjectId}`;
