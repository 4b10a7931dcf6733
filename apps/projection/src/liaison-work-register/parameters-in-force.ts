/**
 * Selects the parameters that hold for a unit on a day: its own, or those of the nearest unit above that has set any. For a lateral join.
 *
 * @param unitId the SQL of the unit's id
 * @param on the SQL of the day
 */
export const parametersInForce = (unitId: string, on: string): string => `
  WITH RECURSIVE above AS (
    SELECT ${unitId} AS unit_id, 0 AS steps
    UNION ALL
    SELECT unit.parent_id, above.steps + 1 FROM unit JOIN above ON unit.unit_id = above.unit_id
    WHERE unit.parent_id IS NOT NULL
  )
  SELECT parameters.* FROM above JOIN liaison_parameters AS parameters ON parameters.organization_id = above.unit_id
  WHERE parameters.effective_from <= ${on}
  ORDER BY above.steps, parameters.effective_from DESC LIMIT 1`;
