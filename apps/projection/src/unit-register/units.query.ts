import type { UnitRow, Units, UnitsAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { RegisteredUnit } from './unit.entity';
import { unitsBelow } from './unit-tree';

const PAGE = 100;

/** Units at or below a unit as they stand, in the order of their names. */
@Injectable()
export class UnitsQuery {
  constructor(private readonly reading: Reading) {}

  answer({ organization, cursor, limit = PAGE }: Units, sender: Pick<Sender, 'after'>): Promise<UnitsAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredUnit, 'unit')
        .where('unit.unitId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .orderBy('unit.name COLLATE "C"')
        .addOrderBy('unit.unitId')
        .limit(limit + 1);
      if (cursor !== undefined) {
        query.andWhere(
          '(unit.name COLLATE "C", unit.unit_id) > (SELECT last.name COLLATE "C", last.unit_id FROM unit last WHERE last.unit_id = :cursor)',
          { cursor },
        );
      }
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ unitId }) => unitId);
      return { units: rows.map(unitRowOf), nextCursor, position };
    });
  }
}

export function unitRowOf({ creditCodeCheck: check, creditCodeNotice, ...unit }: RegisteredUnit): UnitRow {
  const isWarned = check !== null && check !== 'valid' && creditCodeNotice !== null;
  return { ...unit, creditCodeWarning: isWarned ? { check, publishedIn: creditCodeNotice } : null };
}
