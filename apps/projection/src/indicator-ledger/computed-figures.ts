import { type Day, type PeriodKind, periodOf, periodRange, previousPeriod } from '@gongyou/domain';
import type { EntityManager } from 'typeorm';
import { foundingDutiesAsOf } from '../party-organization-register/founding-duties';
import { reachOf, workplacesAsOf } from '../party-organization-register/workplaces';
import type { AsOf } from '../reading/as-of';
import { nearestProjectsAsOf } from '../unit-register/unit-tree';
import { type CountedUnit, countedUnits } from './counted-units';
import type { ComputedIndicator } from './indicators';

/** Where figures are looked for, and what several of them follow from: each is looked up once. */
interface Ground {
  tx: EntityManager;
  unitIds: readonly string[];
  asOf: AsOf;
  duties: () => ReturnType<typeof foundingDutiesAsOf>;
  workplaces: () => ReturnType<typeof workplacesAsOf>;
  branchUnits: Record<BranchPeriod, () => Promise<CountedUnit[]>>;
}
type BranchPeriod = 'month' | 'quarter';

/** Finds the units that a figure counts. */
type Find = (ground: Ground) => Promise<CountedUnit[]>;

/**
 * Figures that are no sum of postings, since what they count follows from several streams, or counts a unit once however often
 * something happened in it. Each unit is found, among those of the list and on both clocks, with the event that decided it, so that
 * these figures open like all others; the events are in the order of the ledger.
 */
export function computedFigures(
  tx: EntityManager,
  unitIds: readonly string[],
  asOf: AsOf,
): (indicator: ComputedIndicator) => Promise<(CountedUnit & { line: number })[]> {
  const ground: Ground = {
    ...{ tx, unitIds, asOf },
    duties: once(() => foundingDutiesAsOf(tx, unitIds, asOf)),
    workplaces: once(() => workplacesAsOf(tx, unitIds, asOf)),
    branchUnits: {
      month: once(() => branchUnitsIn('month', tx, unitIds, asOf)),
      quarter: once(() => branchUnitsIn('quarter', tx, unitIds, asOf)),
    },
  };
  return async (indicator) => {
    const found = await finders[indicator](ground);
    const inOrder = found.toSorted((a, b) => a.position - b.position || (a.unitId < b.unitId ? -1 : 1));
    let line = 0;
    return inOrder.map((each, index) => {
      line = each.position === inOrder[index - 1]?.position ? line + 1 : 0;
      return { ...each, line };
    });
  };
}

function once<T>(look: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => (found ??= look());
}

const foundingDuties: Find = async ({ duties }) =>
  (await duties()).map(({ unitId, position, countedOn: day }) => ({ unitId, position, day }));

const foundingDutiesMet: Find = async ({ duties }) => (await duties()).flatMap(({ coveredBy }) => coveredBy ?? []);

const workplaces: Find = async (ground) => (await ground.workplaces()).map(({ established }) => established);

const workplacesReached: Find = async (ground) =>
  (await reachOf(ground.tx, await ground.workplaces(), ground.asOf)).flatMap(({ unitId, reach }) =>
    reach ? [{ ...reach.counted, unitId }] : [],
  );

/** A project counts once, for a vanguard of its own or of a unit below it. */
const projectsWithWorkerVanguards: Find = async ({ tx, unitIds, asOf }) => {
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
async function branchUnitsIn(
  every: BranchPeriod,
  tx: EntityManager,
  unitIds: readonly string[],
  asOf: AsOf,
): Promise<CountedUnit[]> {
  const last = lastWhole(every, asOf.day);
  if (!last) return [];
  const branches = { indicator: 'partyOrganizations', dimension: 'branch' } as const;
  const since = await countedUnits(tx, branches, unitIds, { ...asOf, day: last.from });
  const lasting = await countedUnits(tx, branches, unitIds, { ...asOf, day: last.to });
  const still = new Set(lasting.map(({ unitId }) => unitId));
  return since.filter(({ unitId }) => still.has(unitId));
}

/** Of those, the units in which something of a kind was held in the period. */
const kept =
  (dimension: 'themeDay' | 'membersMeeting' | 'partyLecture', every: BranchPeriod): Find =>
  async ({ tx, asOf, branchUnits }) => {
    const last = lastWhole(every, asOf.day);
    if (!last) return [];
    const due = (await branchUnits[every]()).map(({ unitId }) => unitId);
    return countedUnits(tx, { indicator: 'branchLifeHeld', dimension, from: last.from }, due, {
      ...asOf,
      day: last.to,
    });
  };

/** None before the end of the first year that has days. */
function lastWhole(every: PeriodKind, day: Day): { from: Day; to: Day } | undefined {
  return day < '1901' ? undefined : periodRange(previousPeriod(periodOf(day, every)));
}

const finders: Record<ComputedIndicator, Find> = {
  foundingDuties,
  foundingDutiesMet,
  workplaces,
  workplacesReached,
  projectsWithWorkerVanguards,
  branchUnitsLastMonth: ({ branchUnits }) => branchUnits.month(),
  branchUnitsLastQuarter: ({ branchUnits }) => branchUnits.quarter(),
  themeDaysKept: kept('themeDay', 'month'),
  membersMeetingsKept: kept('membersMeeting', 'quarter'),
  partyLecturesKept: kept('partyLecture', 'quarter'),
};
