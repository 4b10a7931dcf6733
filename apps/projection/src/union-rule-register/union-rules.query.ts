import {
  unionAdmissionBasis,
  type UnionAdmissionRulesOfUnit,
  type UnionAdmissionRulesOfUnitAnswer,
  type UnionAdmissionRulesRow,
  type UnitsWithoutPostingRule,
  type UnitsWithoutPostingRuleAnswer,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';

const PAGE = 100;

/** What units have laid down on union admission and on workers' posts in mass organizations (CC-12d, CC-03b). */
@Injectable()
export class UnionRulesQuery {
  constructor(private readonly reading: Reading) {}

  admissionRules(
    { organization, asOfDay }: UnionAdmissionRulesOfUnit,
    sender: Pick<Sender, 'after'>,
  ): Promise<UnionAdmissionRulesOfUnitAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const versions = await tx.query<UnionAdmissionRulesRow[]>(
        `WITH RECURSIVE above AS (
           SELECT unit_id, parent_id, 0 AS distance FROM unit WHERE unit_id = $1
           UNION ALL
           SELECT unit.unit_id, unit.parent_id, distance + 1
           FROM unit JOIN above ON unit.unit_id = above.parent_id WHERE distance < $2
         )
         SELECT rules.unit_id AS "unitId", version, basis, categories, steps, in_force_from AS "inForceFrom"
         FROM union_admission_rules_version AS rules JOIN above ON above.unit_id = rules.unit_id
         ORDER BY distance, version DESC`,
        [organization, MOST_LEVELS],
      );
      const inForce = versions.find(({ inForceFrom }) => inForceFrom <= asOfDay);
      const cited = (inForce?.basis ?? []).map(({ documentNumber }) => documentNumber);
      return {
        inForce: inForce ? { unitId: inForce.unitId, version: inForce.version } : null,
        uncitedDocuments: inForce ? Object.values(unionAdmissionBasis).filter((each) => !cited.includes(each)) : [],
        versions,
        position,
      };
    });
  }

  unitsWithoutPostingRule(
    { organization, asOfDay, cursor = '', limit = PAGE }: UnitsWithoutPostingRule,
    sender: Pick<Sender, 'after'>,
  ): Promise<UnitsWithoutPostingRuleAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const which = [await unitsBelow(tx, organization), asOfDay];
      const [counts] = await tx.query<{ enterprises: number; withRule: number }[]>(
        `SELECT count(*)::int AS enterprises, (count(*) FILTER (WHERE has_rule))::int AS "withRule"
         FROM (${ENTERPRISES}) AS enterprise`,
        which,
      );
      const found = await tx.query<UnitsWithoutPostingRuleAnswer['units']>(
        `SELECT unit_id AS "unitId", name FROM (${ENTERPRISES}) AS enterprise
         WHERE NOT has_rule AND unit_id > $3 ORDER BY unit_id LIMIT $4`,
        [...which, cursor, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, ({ unitId }) => unitId);
      return { ...counts!, units: rows, nextCursor, position };
    });
  }
}

/** A tree is never so deep; a ring, which cannot be, would end here. */
const MOST_LEVELS = 100;

/** The enterprises among the units $1 that are open on the day $2, and whether a rule of their own is in force. */
const ENTERPRISES = `
  SELECT unit.unit_id, unit.name, EXISTS (
    SELECT FROM posting_rule AS rule
    WHERE rule.unit_id = unit.unit_id AND rule.in_force_from <= $2
      AND (rule.in_force_until IS NULL OR rule.in_force_until > $2)
  ) AS has_rule
  FROM unit
  WHERE unit.unit_id = ANY($1) AND unit.kind IN ('company', 'group')
    AND unit.established_on <= $2 AND (unit.closed_on IS NULL OR unit.closed_on > $2)`;
