import type { MatterLevel, UnitKind } from '@gongyou/contracts';

/** A level that a matter can lie at, and the unit that answers there. */
export interface PathStep {
  level: MatterLevel;
  unitId: string;
}

const levelOfKind: Readonly<Partial<Record<UnitKind, MatterLevel>>> = {
  crew: 'crew',
  labourSubcontractor: 'crew',
  project: 'project',
  projectDistrict: 'district',
  company: 'company',
  group: 'company',
};

/**
 * The way of a matter from the unit that asks upwards (JX-14): of each level the nearest unit. A level that the tree does not have, such
 * as the district of a project that stands right below its company, is passed over.
 *
 * @param units the asking unit and those above it, nearest first
 */
export function matterPath(units: readonly { unitId: string; kind: UnitKind }[]): PathStep[] {
  const path: PathStep[] = [];
  for (const { unitId, kind } of units) {
    const level = levelOfKind[kind];
    if (level !== undefined && !path.some((step) => step.level === level)) path.push({ level, unitId });
  }
  return path;
}
