import { type Day, type PeriodKind, periodOf, periodRange, previousPeriod } from '@gongyou/domain';
import type { EntityManager } from 'typeorm';
import { foundingDutiesAsOf } from '../party-organization-register/founding-duties';
import { workplacesAsOf } from '../party-organization-register/workplaces';
import type { BothClocks } from '../reading/both-clocks';
import { nearestProjectsAsOf } from '../unit-register/unit-tree';
import { type CountedUnit, countedUnits } from './counted-units';
import type { ComputedIndicator } from './indicators';

type AsOf = BothClocks & { day: Day };

/** Finds the units that a figure counts among those of a list, on both clocks. */
type Find = (tx: EntityManager, unitIds: readonly string[], asOf: AsOf) => Promise<CountedUnit[]>;

/**
 * Figures that are no sum of postings, since what they count follows from several streams, or counts a unit once however often
 * something happened in it. Each unit is found with the event that decided it, so that these figures open like all others; the
 * events are in the order of the ledger.
 */
export async function findComputed(
  tx: EntityManager,
  indicator: ComputedIndicator,
  unitIds: readonly string[],
  asOf: AsOf,
): Promise<(CountedUnit & { line: number })[]> {
  const found = await finders[indicator](tx, unitIds, asOf);
  const inOrder = found.toSorted((a, b) => a.position - b.position || (a.unitId < b.unitId ? -1 : 1));
  let line = 0;
  return inOrder.map((each, index) => {
    line = each.position === inOrder[index - 1]?.position ? line + 1 : 0;
    return { ...each, line };
  });
}

const foundingDuties: Find = async (tx, unitIds, asOf) => {
  const duties = await foundingDutiesAsOf(tx, unitIds, asOf);
  return duties.map(({ unitId, position, countedOn: day }) => ({ unitId, position, day }));
};

const foundingDutiesMet: Find = async (tx, unitIds, asOf) =>
  (await foundingDutiesAsOf(tx, unitIds, asOf)).flatMap(({ coveredBy }) => coveredBy ?? []);

const workplaces: Find = async (tx, unitIds, asOf) =>
  (await workplacesAsOf(tx, unitIds, asOf)).map(({ established }) => established);

const workplacesReached: Find = async (tx, unitIds, asOf) =>
  (await workplacesAsOf(tx, unitIds, asOf)).flatMap(({ unitId, reach }) =>
    reach ? [{ ...reach.counted, unitId }] : [],
  );

/** A project counts once, for a vanguard of its own or of a unit below it. */
const projectsWithWorkerVanguards: Find = async (tx, unitIds, asOf) => {
  const units = await countedUnits(tx, { indicator: 'workerVanguards' }, unitIds, asOf);
  const projects = await nearestProjectsAsOf(
    tx,
    units.map(({ unitId }) => unitId),
    asOf,
  );
  const found = new Map<string, CountedUnit>();
  for (const unit of units) {
    const unitId = projects.get(unit.unitId);
    if (unitId !== undefined && !found.has(unitId)) found.set(unitId, { ...unit, unitId });
  }
  return [...found.values()];
};

/** Units that had a branch on the first and on the last day of the last whole period: who began in the middle owes nothing yet. */
const branchUnits =
  (every: PeriodKind): Find =>
  async (tx, unitIds, asOf) => {
    const { from, to } = lastWhole(every, asOf.day);
    const branches = { indicator: 'partyOrganizations', dimension: 'branch' } as const;
    const since = await countedUnits(tx, branches, unitIds, { ...asOf, day: from });
    const lasting = await countedUnits(tx, branches, unitIds, { ...asOf, day: to });
    const still = new Set(lasting.map(({ unitId }) => unitId));
    return since.filter(({ unitId }) => still.has(unitId));
  };

/** Of those, the units in which something of a kind was held in the period. */
const kept =
  (dimension: 'themeDay' | 'membersMeeting' | 'partyLecture', every: PeriodKind): Find =>
  async (tx, unitIds, asOf) => {
    const { from, to } = lastWhole(every, asOf.day);
    const due = (await branchUnits(every)(tx, unitIds, asOf)).map(({ unitId }) => unitId);
    return countedUnits(tx, { indicator: 'branchLifeHeld', dimension, from }, due, { ...asOf, day: to });
  };

const lastWhole = (every: PeriodKind, day: Day): { from: Day; to: Day } =>
  periodRange(previousPeriod(periodOf(day, every)));

const finders: Record<ComputedIndicator, Find> = {
  foundingDuties,
  foundingDutiesMet,
  workplaces,
  workplacesReached,
  projectsWithWorkerVanguards,
  branchUnitsLastMonth: branchUnits('month'),
  branchUnitsLastQuarter: branchUnits('quarter'),
  themeDaysKept: kept('themeDay', 'month'),
  membersMeetingsKept: kept('membersMeeting', 'quarter'),
  partyLecturesKept: kept('partyLecture', 'quarter'),
};
