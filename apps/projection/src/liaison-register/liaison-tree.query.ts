import type {
  LiaisonLevel,
  LiaisonTree,
  LiaisonTreeAnswer,
  LiaisonTreeNode,
  LiaisonTreeOfficer,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { rowsWith } from '../database/read-rows';
import { Reading } from '../reading/reading';
import { RegisteredLiaisonOfficer } from './liaison-officer.entity';

/** As many units as a tree can show: a large company has a few hundred projects and crews in a district. */
const MOST_UNITS = 2_000;

/** The three levels of liaison officers as a tree of districts, projects and crews (JX-01). */
@Injectable()
export class LiaisonTreeQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization }: LiaisonTree,
    sender: Pick<Sender, 'after'>,
    mostUnits = MOST_UNITS,
  ): Promise<LiaisonTreeAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<UnitRow[]>(UNITS, [organization, mostUnits + 1]);
      const units = found.slice(0, mostUnits);
      const ids = units.map(({ unit_id }) => unit_id);
      const officers = await rowsWith(tx, RegisteredLiaisonOfficer, 'unitId', ids);
      return { roots: treeOf(units, officers), isCut: found.length > mostUnits, position };
    });
  }
}

/** Upper levels first, so that what is cut off is cut off below. */
const UNITS = `
  WITH RECURSIVE below AS (
    SELECT unit_id, name, kind, NULL::text AS above_id FROM unit WHERE unit_id = $1
    UNION
    SELECT unit.unit_id, unit.name, unit.kind,
      CASE WHEN below.kind IN ('projectDistrict', 'project') THEN below.unit_id ELSE below.above_id END
    FROM unit JOIN below ON unit.parent_id = below.unit_id WHERE unit.closed_on IS NULL
  )
  SELECT unit_id, name, above_id, CASE kind WHEN 'projectDistrict' THEN 'district' ELSE kind END AS level
  FROM below WHERE kind IN ('projectDistrict', 'project', 'crew')
  ORDER BY array_position(ARRAY['projectDistrict', 'project', 'crew'], kind), unit_id LIMIT $2`;

interface UnitRow {
  unit_id: string;
  name: string;
  level: LiaisonLevel;
  above_id: string | null;
}

function treeOf(units: readonly UnitRow[], officers: readonly RegisteredLiaisonOfficer[]): LiaisonTreeNode[] {
  const nodes = new Map<string, LiaisonTreeNode>();
  for (const { unit_id, name, level } of units)
    nodes.set(unit_id, { unitId: unit_id, unitName: name, level, officers: [], below: [] });
  for (const officer of officers)
    if (officer.stage !== 'relieved') nodes.get(officer.unitId)!.officers.push(shown(officer));
  const roots: LiaisonTreeNode[] = [];
  for (const { unit_id, above_id } of units) {
    const node = nodes.get(unit_id)!;
    node.officers.sort((a, b) => Number(a.officerId > b.officerId) - Number(a.officerId < b.officerId));
    (nodes.get(above_id ?? '')?.below ?? roots).push(node);
  }
  return roots;
}

const shown = ({ officerId, mode, stage, trained, published }: RegisteredLiaisonOfficer): LiaisonTreeOfficer => ({
  officerId,
  mode,
  stage,
  trained,
  published,
});
