import type { ProjectRow } from '@gongyou/contracts';
import type { EntityManager } from 'typeorm';
import { unitNamesOf } from '../unit-register/unit-names';
import type { RegisteredProject } from './project.entity';

/** Projects as they are shown, with their units' names of today. */
export async function projectRowsOf(tx: EntityManager, projects: readonly RegisteredProject[]): Promise<ProjectRow[]> {
  const names = await unitNamesOf(
    tx,
    projects.map(({ unitId }) => unitId),
  );
  return projects.map(({ category: _category, isStandardised: _isStandardised, ...project }) => ({
    ...project,
    unitName: names.get(project.unitId) ?? project.unitId,
    isLicenceMissing: hasBegun(project) && project.facts.builderLicences.length === 0,
  }));
}

const hasBegun = ({ status }: Pick<RegisteredProject, 'status'>): boolean =>
  status !== 'inPreparation' && status !== 'approved';
