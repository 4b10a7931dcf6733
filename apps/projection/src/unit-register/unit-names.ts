import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { RegisteredUnit } from './unit.entity';

/** What units are called today. */
export async function unitNamesOf(tx: EntityManager, unitIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const units = await rowsWith(tx, RegisteredUnit, 'unitId', unitIds);
  return new Map(units.map(({ unitId, name }) => [unitId, name]));
}
