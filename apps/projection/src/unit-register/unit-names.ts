import type { EntityManager } from 'typeorm';
import { RegisteredUnit } from './unit.entity';

/** The names of units as they stand. */
export async function unitNames(tx: EntityManager, unitIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const units = await tx
    .createQueryBuilder(RegisteredUnit, 'unit')
    .where('unit.unitId = ANY(:unitIds)', { unitIds })
    .getMany();
  return new Map(units.map(({ unitId, name }) => [unitId, name]));
}
