import type { DepartmentMapping, LeadingGroup } from '@gongyou/contracts';
import type { BothClocks } from '../reading/both-clocks';
import type { AdoptionChange } from './adoption-change.entity';

/** A programme as an organization has adopted it, at a point on both clocks. */
export interface Adoption {
  programmeId: string;
  organizationId: string;
  programmeVersion: number;
  adoptedOn: string;
  leadingGroup: LeadingGroup;
  officeUnitId: string;
  departments: readonly DepartmentMapping[];
}

/** The adoption that the changes of one programme in one organization make on both clocks; undefined before it was adopted. */
export function adoptionAsOf(changes: readonly AdoptionChange[], asOf: BothClocks): Adoption | undefined {
  const inForce = changes
    .filter(({ day, position }) => position <= asOf.position && day <= asOf.day)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.position - b.position));
  const adopted = inForce.find(({ founding }) => founding !== null);
  if (!adopted) return undefined;

  const units = new Map<string, string>();
  let { programmeVersion } = adopted;
  for (const change of inForce) {
    programmeVersion = change.programmeVersion ?? programmeVersion;
    for (const { departmentId, unitId } of change.departments) units.set(departmentId, unitId);
  }
  return {
    programmeId: adopted.programmeId,
    organizationId: adopted.organizationId,
    programmeVersion: programmeVersion!,
    adoptedOn: adopted.day,
    ...adopted.founding!,
    departments: [...units].map(([departmentId, unitId]) => ({ departmentId, unitId })),
  };
}

/** The unit that does what the programme gives to a department; null when none was named. */
export const unitOf = (adoption: Adoption, departmentId: string): string | null =>
  adoption.departments.find((mapping) => mapping.departmentId === departmentId)?.unitId ?? null;

/** The changes of each adoption, in the order of their first one. */
export function byAdoption(changes: readonly AdoptionChange[]): AdoptionChange[][] {
  const groups = new Map<string, AdoptionChange[]>();
  for (const change of changes) {
    const key = `${change.programmeId}~${change.organizationId}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()];
}
