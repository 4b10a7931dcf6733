/**
 * The beginning of a query on `above`: a unit and those above it today, with how many steps up they stand.
 *
 * @param unitId the SQL of the unit's id
 */
export const withUnitsAbove = (unitId: string): string => `
  WITH RECURSIVE above AS (
    SELECT ${unitId} AS unit_id, 0 AS steps
    UNION ALL
    SELECT unit.parent_id, above.steps + 1 FROM unit JOIN above ON unit.unit_id = above.unit_id
    WHERE unit.parent_id IS NOT NULL
  )`;
