import { type WorkplaceKind, workplaceKinds } from '@gongyou/contracts';
import type { EntityManager } from 'typeorm';
import { type CountedUnit, countedUnits } from '../indicator-ledger/counted-units';
import type { BothClocks } from '../reading/both-clocks';
import { IN_EFFECT } from '../unit-register/unit-tree';

/** A workplace, and what reaches it: a Party organization that covers it, else an instructor; null where neither does. */
export interface Workplace {
  unitId: string;
  kind: WorkplaceKind;
  /** The event that set it up. */
  established: CountedUnit;
  reach: { by: 'organization' | 'instructor'; counted: CountedUnit } | null;
}

interface Climb {
  workplaceId: string;
  unitId: string;
}

/**
 * The open projects, crews and partner teams of a list on both clocks, and whether Party work reaches them (CC-02a): by themselves,
 * or through a workplace above them, up to the project. What covers the company as a whole reaches none of them.
 */
export async function workplacesAsOf(
  tx: EntityManager,
  unitIds: readonly string[],
  asOf: BothClocks,
  kinds: readonly WorkplaceKind[] = workplaceKinds,
): Promise<Workplace[]> {
  const open: Omit<Workplace, 'reach'>[] = [];
  for (const kind of kinds) {
    const units = await countedUnits(tx, { indicator: 'openUnits', dimension: kind }, unitIds, asOf);
    open.push(...units.map((established) => ({ unitId: established.unitId, kind, established })));
  }
  const climbs = await climbsFrom(
    tx,
    open.map(({ unitId }) => unitId),
    asOf,
  );
  const looked = [...new Set(climbs.map(({ unitId }) => unitId))];
  const organizations = await firstFound(tx, 'partyCoverings', looked, climbs, asOf);
  const instructors = await firstFound(tx, 'partyInstructions', looked, climbs, asOf);
  return open.map((workplace) => {
    const organization = organizations.get(workplace.unitId);
    if (organization) return { ...workplace, reach: { by: 'organization', counted: organization } };
    const instructor = instructors.get(workplace.unitId);
    return { ...workplace, reach: instructor ? { by: 'instructor', counted: instructor } : null };
  });
}

/** For each workplace what reaches it: its own, else that of a workplace above it. */
async function firstFound(
  tx: EntityManager,
  indicator: 'partyCoverings' | 'partyInstructions',
  looked: readonly string[],
  climbs: readonly Climb[],
  asOf: BothClocks,
): Promise<ReadonlyMap<string, CountedUnit>> {
  const counted = new Map((await countedUnits(tx, { indicator }, looked, asOf)).map((each) => [each.unitId, each]));
  const found = new Map<string, CountedUnit>();
  for (const { workplaceId, unitId } of climbs) {
    const each = counted.get(unitId);
    if (each && !found.has(workplaceId)) found.set(workplaceId, each);
  }
  return found;
}

/** Every workplace with itself and the workplaces above it, nearest first, as they stood on both clocks. */
function climbsFrom(tx: EntityManager, workplaceIds: readonly string[], asOf: BothClocks): Promise<Climb[]> {
  return tx.query<Climb[]>(
    `WITH RECURSIVE above AS (
       SELECT unit.unit_id AS workplace_id, unit.unit_id, unit.kind, 0 AS steps FROM unit WHERE unit.unit_id = ANY($1)
       UNION ALL
       SELECT above.workplace_id, parent.unit_id, parent.kind, above.steps + 1
       FROM above
       JOIN unit_placement placement ON placement.unit_id = above.unit_id
       JOIN unit parent ON parent.unit_id = placement.parent_id
       WHERE above.kind <> 'project' AND ${IN_EFFECT}
     ) CYCLE unit_id SET closes_a_ring USING path
     SELECT workplace_id AS "workplaceId", unit_id AS "unitId" FROM above
     WHERE kind = ANY($4) AND NOT closes_a_ring ORDER BY workplace_id, steps`,
    [workplaceIds, asOf.position, asOf.day, workplaceKinds],
  );
}
