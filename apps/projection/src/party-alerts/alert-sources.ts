import type { PartyAlertRow, PartyParameters } from '@gongyou/contracts';
import { addDays, type Day, type Month, periodOf, periodRange, previousPeriod } from '@gongyou/domain';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { RegisteredFloatingMember } from '../floating-member-register/floating-member.entity';
import { RegisteredPartyAdmission } from '../party-admission-register/party-admission.entity';
import { RegisteredPartyMembership } from '../party-membership-register/party-membership.entity';
import { RegisteredPartyDues } from '../party-dues-register/party-dues.entity';
import { FoundingDutyRecord, PartyParameterSet } from '../party-organization-register/founding-duty.entity';
import { dutiesOf } from '../party-organization-register/party-coverage.query';
import { RegisteredPartyOrganization } from '../party-organization-register/party-organization.entity';
import { nationalParameters, parametersInForce } from '../party-organization-register/party-parameters';
import { RegisteredPairing } from '../party-work-register/party-work.entity';
import type { Snapshot } from '../reading/reading';
import { unitsBelowUnlessAll } from '../unit-register/unit-tree';
import { branchAlerts, type HeldMonths } from './branch-alerts';
import { admissionAlerts, duesAlerts, floatingMemberAlerts, pairingAlerts, transferAlerts } from './person-alerts';

/** Where alerts are looked for: a unit and those below it, on a day. */
export interface AlertScope {
  tx: EntityManager;
  /** Their ids; null for all units. */
  below: readonly string[] | null;
  asOfDay: Day;
  /** What is known. */
  position: number;
  /** What holds for each of some units on that day. */
  parametersOf(listed: readonly { unitId: string }[]): Promise<(unitId: string) => PartyParameters>;
}

/** One thing that was looked at, and what needs attention in it. */
export interface Looked {
  id: string;
  alerts: PartyAlertRow[];
}

/** A kind of thing that alerts are about; read in the order of ids, from after one on. */
export type AlertSource = (scope: AlertScope, after: string, limit: number) => Promise<Looked[]>;

export async function alertScope({ tx, position }: Snapshot, organization: string, asOfDay: Day): Promise<AlertScope> {
  const below = await unitsBelowUnlessAll(tx, organization);
  const sets = await tx.find(PartyParameterSet);
  const parametersOf: AlertScope['parametersOf'] = async (listed) => {
    const unitIds = new Set(listed.map(({ unitId }) => unitId));
    const places = await rowsWith(tx, FoundingDutyRecord, 'unitId', unitIds);
    const placeOf = new Map(places.map(({ unitId, place }) => [unitId, place]));
    return (unitId) => {
      const place = placeOf.get(unitId);
      return (place === undefined ? nationalParameters : parametersInForce(sets, place, asOfDay)).parameters;
    };
  };
  return { tx, below, asOfDay, position, parametersOf };
}

/** In the order in which pages go through them; a cursor names one by its place here, so that they may only be added at the end. */
export const alertSources: readonly AlertSource[] = [
  async (scope, after, limit) => {
    const { tx, asOfDay, position } = scope;
    const units = (await read(scope, FoundingDutyRecord, 'unitId', after, limit)).map(({ unitId }) => unitId);
    const duties = await dutiesOf(tx, units, { day: asOfDay, position });
    const uncovered = new Map(duties.flatMap((duty) => (duty.covered ? [] : [[duty.unitId, duty] as const])));
    return units.map((unitId) => {
      const duty = uncovered.get(unitId);
      if (!duty) return { id: unitId, alerts: [] };
      const { foundingPlannedOn, planMissed } = duty;
      const level = foundingPlannedOn === null || planMissed ? 'overdue' : 'warning';
      const of = { subjectId: unitId, unitId, what: null, period: null };
      const unmet: PartyAlertRow = {
        ...of,
        kind: 'foundingDutyUnmet',
        level,
        rule: 'PO-03',
        dueOn: foundingPlannedOn,
      };
      return { id: unitId, alerts: [unmet] };
    });
  },
  async (scope, after, limit) => {
    const organizations = await read(scope, RegisteredPartyOrganization, 'partyOrganizationId', after, limit);
    const held = await heldBy(organizations, scope);
    const parametersOf = await scope.parametersOf(organizations);
    return organizations.map((each) => ({
      id: each.partyOrganizationId,
      alerts: branchAlerts(each, held(each), parametersOf(each.unitId), scope.asOfDay),
    }));
  },
  async (scope, after, limit) => {
    // The longest warning that parameters may ask for bounds what is read; what is due later needs no look.
    const until = addDays(scope.asOfDay, LONGEST_WARNING_DAYS);
    const due = 'listed.nextDueOn <= :until';
    const admissions = await read(scope, RegisteredPartyAdmission, 'admissionId', after, limit, due, { until });
    const parametersOf = await scope.parametersOf(admissions);
    return admissions.map((each) => ({
      id: each.admissionId,
      alerts: admissionAlerts(each, parametersOf(each.unitId), scope.asOfDay),
    }));
  },
  async (scope, after, limit) => {
    const dues = await read(scope, RegisteredPartyDues, 'memberId', after, limit);
    return dues.map((each) => ({ id: each.memberId, alerts: duesAlerts(each, scope.asOfDay) }));
  },
  async (scope, after, limit) => {
    const pairings = await read(scope, RegisteredPairing, 'pairingId', after, limit, 'listed.endedOn IS NULL');
    const parametersOf = await scope.parametersOf(pairings);
    return pairings.map((each) => ({
      id: each.pairingId,
      alerts: pairingAlerts(each, parametersOf(each.unitId), scope.asOfDay),
    }));
  },
  async (scope, after, limit) => {
    const declared = "listed.stage = 'declared'";
    const members = await read(scope, RegisteredFloatingMember, 'floatingMemberId', after, limit, declared);
    return members.map((each) => ({ id: each.floatingMemberId, alerts: floatingMemberAlerts(each, scope.asOfDay) }));
  },
  async (scope, after, limit) => {
    const pending = "listed.standing = 'transferringOut'";
    const entity = RegisteredPartyMembership;
    const memberships = await read(scope, entity, 'memberId', after, limit, pending, {}, 'branchUnitId');
    const parametersOf = await scope.parametersOf(memberships.map(({ branchUnitId }) => ({ unitId: branchUnitId })));
    return memberships.map((each) => ({
      id: each.memberId,
      alerts: transferAlerts(each, parametersOf(each.branchUnitId), scope.asOfDay),
    }));
  },
];

/** The bound of `warnDays` in the contract of the parameters. */
const LONGEST_WARNING_DAYS = 180;

function read<Row extends ObjectLiteral & { unitId: string }>(
  { tx, below }: AlertScope,
  entity: EntityTarget<Row>,
  id: keyof Row & string,
  after: string,
  limit: number,
  also = 'TRUE',
  values: Readonly<Record<string, string>> = {},
  unit: keyof Row & string = 'unitId',
): Promise<Row[]> {
  return tx
    .createQueryBuilder(entity, 'listed')
    .where(`(:below::text[] IS NULL OR listed.${unit} = ANY(:below)) AND listed.${id} > :after AND ${also}`, {
      ...values,
      below,
      after,
    })
    .orderBy(`listed.${id}`)
    .limit(limit)
    .getMany();
}

interface HeldRow {
  branch: string;
  kind: string;
  month: Month;
  by_secretary: boolean;
  class_hours: number;
}

/** What the organizations held from the beginning of last year to the day. */
async function heldBy(
  organizations: readonly RegisteredPartyOrganization[],
  { tx, asOfDay }: AlertScope,
): Promise<(organization: RegisteredPartyOrganization) => HeldMonths> {
  const rows = await tx.query<HeldRow[]>(
    `SELECT party_organization_id AS branch, kind, to_char(held_on, 'YYYY-MM') AS month,
            bool_or(lecturer IS NOT DISTINCT FROM 'secretary') AS by_secretary, coalesce(sum(class_hours), 0)::int AS class_hours
     FROM branch_life_record
     WHERE party_organization_id = ANY($1) AND held_on BETWEEN $2 AND $3 AND NOT withdrawn
     GROUP BY 1, 2, 3`,
    [
      organizations.map(({ partyOrganizationId }) => partyOrganizationId),
      periodRange(previousPeriod(periodOf(asOfDay, 'year'))).from,
      asOfDay,
    ],
  );
  return ({ partyOrganizationId }) => heldMonths(rows.filter(({ branch }) => branch === partyOrganizationId));
}

function heldMonths(rows: readonly HeldRow[]): HeldMonths {
  const trainingHours = new Map<string, number>();
  for (const { kind, month, class_hours } of rows) {
    if (kind !== 'training') continue;
    const year = month.slice(0, 4);
    trainingHours.set(year, (trainingHours.get(year) ?? 0) + class_hours);
  }
  return {
    of: (kind) => new Set(rows.filter((row) => row.kind === kind).map(({ month }) => month)),
    secretaryLectures: new Set(
      rows.filter(({ kind, by_secretary }) => kind === 'partyLecture' && by_secretary).map(({ month }) => month),
    ),
    trainingHours,
  };
}
