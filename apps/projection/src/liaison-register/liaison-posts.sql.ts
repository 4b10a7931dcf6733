/**
 * The posts that are to be filled: open districts (by a full-time officer, JX-07a), projects under construction (JX-07b), standing
 * crews (JX-08). Columns: `unit_id`, `name`, `level`, `filled`.
 */
export const LIAISON_POSTS = `
  SELECT unit.unit_id, unit.name, CASE unit.kind WHEN 'projectDistrict' THEN 'district' ELSE unit.kind END AS level,
    EXISTS (
      SELECT FROM liaison_officer AS officer
      WHERE officer.unit_id = unit.unit_id AND officer.stage = 'onDuty'
        AND (unit.kind <> 'projectDistrict' OR officer.mode = 'fullTime')) AS filled
  FROM unit
  LEFT JOIN project ON project.unit_id = unit.unit_id
  LEFT JOIN crew ON crew.unit_id = unit.unit_id
  WHERE unit.closed_on IS NULL
    AND (unit.kind = 'projectDistrict' OR project.status = 'underConstruction' OR crew.stage <> 'dissolved')`;
