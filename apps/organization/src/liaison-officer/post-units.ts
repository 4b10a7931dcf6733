import type { LiaisonLevel, UnitKind } from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith } from '@gongyou/domain';

/** A unit that an appointment names, as the organization directory has it. */
export interface PostUnit {
  kind: UnitKind;
  closed: boolean;
  /** The units above it, nearest first. */
  ancestorIds: readonly string[];
  /** The unit that it acts for: for a department the company, district or project it belongs to, else the unit itself. */
  actsFor: string;
}

/** What is known of the units that a command names, by unit id. */
export type PostUnits = ReadonlyMap<string, PostUnit>;

/** The kind of unit that a post of each level belongs to (JX-04, JX-08). */
export const unitKindOfLevel = {
  district: 'projectDistrict',
  project: 'project',
  crew: 'crew',
} as const satisfies Record<LiaisonLevel, UnitKind>;

export const postUnitRefusals = {
  'organization.liaisonPost.unitUnknown': { zh: '没有组织单元 {unitId}', en: 'There is no unit {unitId}.' },
  'organization.liaisonPost.unitClosed': { zh: '组织单元 {unitId} 已撤销', en: 'Unit {unitId} is closed.' },
  'organization.liaisonPost.unitOfOtherKind': {
    zh: '“{level}”一级的协理员须设在“{kind}”类单元',
    en: 'A liaison post of the level {level} belongs to a unit of the kind {kind}.',
  },
  'organization.liaisonPost.notAbove': {
    zh: '单元 {unitId} 不是该岗位所在单元的上级，也不是其上级的部门',
    en: 'Unit {unitId} neither stands above the post nor is a department of a unit that does.',
  },
} as const satisfies Record<`organization.liaisonPost.${string}`, Bilingual>;

const refuse: RefuseOf<typeof postUnitRefusals> = refuseWith(postUnitRefusals);

/** Refuses unless the unit is open and of the kind that posts of the level belong to. */
export function requirePostUnit(level: LiaisonLevel, unitId: string, units: PostUnits): void {
  const unit = openUnit(unitId, units);
  const kind = unitKindOfLevel[level];
  if (unit.kind !== kind) refuse('organization.liaisonPost.unitOfOtherKind', { level, kind });
}

/** Refuses unless the unit is open, and stands above the post or is a department of a unit that does. */
export function requireSuperior(superiorId: string, postUnitId: string, units: PostUnits): void {
  const superior = openUnit(superiorId, units);
  const post = openUnit(postUnitId, units);
  const isAbove = superior.actsFor === postUnitId || post.ancestorIds.includes(superior.actsFor);
  if (!isAbove) refuse('organization.liaisonPost.notAbove', { unitId: superiorId });
}

function openUnit(unitId: string, units: PostUnits): PostUnit {
  const unit = units.get(unitId);
  if (!unit) return refuse('organization.liaisonPost.unitUnknown', { unitId });
  if (unit.closed) return refuse('organization.liaisonPost.unitClosed', { unitId });
  return unit;
}
