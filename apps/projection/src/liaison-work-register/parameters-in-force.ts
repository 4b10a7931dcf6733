import { withUnitsAbove } from './units-above';

/**
 * Selects the parameters that hold for a unit on a day: its own, or those of the nearest unit above that has set any. For a lateral join.
 *
 * @param unitId the SQL of the unit's id
 * @param on the SQL of the day
 */
export const parametersInForce = (unitId: string, on: string): string => `
  ${withUnitsAbove(unitId)}
  SELECT parameters.* FROM above JOIN liaison_parameters AS parameters ON parameters.organization_id = above.unit_id
  WHERE parameters.effective_from <= ${on}
  ORDER BY above.steps, parameters.effective_from DESC LIMIT 1`;
