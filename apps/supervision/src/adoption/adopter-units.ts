import { type Bilingual, type RefuseOf, refuseWith } from '@gongyou/domain';

/** A unit as it stands to the organization that adopted a programme. */
export interface AdopterUnit {
  closed: boolean;
  /**
   * At or below the adopter, or a government body in the same tree: a city's programme names bureaus that stand beside the
   * body that adopts it (HM-18a).
   */
  withinReach: boolean;
}

/** What is known of the units that a command names, by unit id. */
export type AdopterUnits = ReadonlyMap<string, AdopterUnit>;

export const adopterUnitRefusals = {
  'supervision.adopterUnit.unknown': { zh: '没有组织单元 {unitIds}', en: 'There are no such units: {unitIds}.' },
  'supervision.adopterUnit.closed': { zh: '组织单元 {unitIds} 已撤销', en: 'These units are closed: {unitIds}.' },
  'supervision.adopterUnit.outside': {
    zh: '组织单元 {unitIds} 不在采纳方案的单位之内',
    en: 'These units do not belong to the organization that adopted the programme: {unitIds}.',
  },
} as const satisfies Record<`supervision.adopterUnit.${string}`, Bilingual>;

const refuse: RefuseOf<typeof adopterUnitRefusals> = refuseWith(adopterUnitRefusals);

/** Refuses unless all the units exist, are open and belong to the adopter. */
export function requireAdopterUnits(unitIds: readonly string[], units: AdopterUnits): void {
  const those = (fits: (unit: AdopterUnit | undefined) => boolean): string =>
    [...new Set(unitIds)].filter((unitId) => fits(units.get(unitId))).join(', ');
  const unknown = those((unit) => !unit);
  if (unknown) refuse('supervision.adopterUnit.unknown', { unitIds: unknown });
  const outside = those((unit) => !unit?.withinReach);
  if (outside) refuse('supervision.adopterUnit.outside', { unitIds: outside });
  const closed = those((unit) => unit?.closed === true);
  if (closed) refuse('supervision.adopterUnit.closed', { unitIds: closed });
}
