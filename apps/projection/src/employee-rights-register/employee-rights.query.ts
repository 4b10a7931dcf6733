import {
  type EmployeeRights,
  type EmployeeRightsAnswer,
  type EmployeeRightsRecordRow,
  type EmployeeRightsRecords,
  type EmployeeRightsRecordsAnswer,
  enterpriseKinds,
} from '@gongyou/contracts';
import { isDay } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { badCursor, pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';

const PAGE = 100;

/** The evidence of the rights of employees, by enterprise and opened to its records (HM-04h). */
@Injectable()
export class EmployeeRightsQuery {
  constructor(private readonly reading: Reading) {}

  byEnterprise(asked: EmployeeRights, sender: Pick<Sender, 'after'>): Promise<EmployeeRightsAnswer> {
    const { organization, fromDay, toDay, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<Counted[]>(
        `SELECT unit.unit_id AS "unitId", unit.name, counted.*
         FROM unit CROSS JOIN LATERAL (
           SELECT (count(*) FILTER (WHERE kind = 'disclosure'))::int AS disclosures,
             (count(*) FILTER (WHERE kind = 'session'))::int AS sessions,
             (count(*) FILTER (WHERE kind = 'vote'))::int AS votes,
             (count(*) FILTER (WHERE kind = 'proposal'))::int AS proposals,
             (count(*) FILTER (WHERE kind = 'finding'))::int AS findings
           FROM employee_rights_record AS record
           WHERE record.unit_id = unit.unit_id AND record.on_day BETWEEN $2 AND $3
         ) AS counted
         WHERE unit.unit_id = ANY($1) AND unit.kind = ANY($4) AND unit.unit_id > $5
           AND unit.established_on <= $3 AND (unit.closed_on IS NULL OR unit.closed_on > $2)
         ORDER BY unit.unit_id LIMIT $6`,
        [await unitsBelow(tx, organization), fromDay, toDay, enterpriseKinds, cursor, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, ({ unitId }) => unitId);
      const enterprises = rows.map((row) => ({ ...row, withoutEvidence: withoutEvidence(row) }));
      return { enterprises, nextCursor, position };
    });
  }

  records(asked: EmployeeRightsRecords, sender: Pick<Sender, 'after'>): Promise<EmployeeRightsRecordsAnswer> {
    const { unit, kind, fromDay, toDay, cursor, limit = PAGE } = asked;
    const [afterDay, afterId] = cursor === undefined ? [fromDay, ''] : dayAndIdOf(cursor);
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<EmployeeRightsRecordRow[]>(
        `SELECT record_id AS "recordId", on_day AS "onDay", title, settled FROM employee_rights_record
         WHERE unit_id = $1 AND kind = $2 AND on_day BETWEEN $3 AND $4 AND (on_day, record_id) > ($5, $6)
         ORDER BY on_day, record_id LIMIT $7`,
        [unit, kind, fromDay, toDay, afterDay, afterId, limit + 1],
      );
      const { rows: records, nextCursor } = pageOf(found, limit, ({ onDay, recordId }) => `${onDay}~${recordId}`);
      return { records, nextCursor, position };
    });
  }
}

/** The day and the record after which a page begins. */
function dayAndIdOf(cursor: string): [string, string] {
  const [onDay, recordId, ...rest] = cursor.split('~');
  if (!isDay(onDay) || recordId === undefined || rest.length > 0) throw badCursor();
  return [onDay, recordId];
}

type Counted = Omit<EmployeeRightsAnswer['enterprises'][number], 'withoutEvidence'>;

/** The rights that nothing shows: to know, to take part, to express oneself, to oversee. */
export function withoutEvidence(
  counted: Pick<Counted, 'disclosures' | 'sessions' | 'votes' | 'proposals' | 'findings'>,
): EmployeeRightsAnswer['enterprises'][number]['withoutEvidence'] {
  const shown = {
    know: counted.disclosures,
    takePart: counted.sessions + counted.votes,
    express: counted.proposals,
    oversee: counted.findings,
  };
  return (['know', 'takePart', 'express', 'oversee'] as const).filter((right) => shown[right] === 0);
}
