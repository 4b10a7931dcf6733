import type { CrewItems, CrewItemsAnswer } from '@gongyou/contracts';
import { type Day, isDay } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { badCursor, pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitNamesOf } from '../unit-register/unit-names';
import { standsBelow } from '../unit-register/unit-tree';
import { CrewItem } from './crew.entity';

const PAGE = 100;

/** What was issued to crews at or below a unit, in the order of the last day for acknowledging it. */
@Injectable()
export class CrewItemsQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, lateOn, cursor, limit = PAGE }: CrewItems,
    sender: Pick<Sender, 'after'>,
  ): Promise<CrewItemsAnswer> {
    const after = cursor === undefined ? undefined : placeOf(cursor);
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(CrewItem, 'item')
        .where(...(await standsBelow(tx, 'item.unit_id', organization)))
        .orderBy('item.acknowledgeBy')
        .addOrderBy('item.unitId')
        .addOrderBy('item.itemId')
        .limit(limit + 1);
      if (lateOn !== undefined) {
        query
          .andWhere('item.acknowledgeBy < :lateOn', { lateOn })
          .andWhere('(item.acknowledgedOn IS NULL OR item.acknowledgedOn >= :lateOn)')
          // Follows from the two above; the index of what was late knows it by these words.
          .andWhere('(item.acknowledgedOn IS NULL OR item.acknowledgedOn > item.acknowledgeBy)');
      }
      if (after) {
        query.andWhere('(item.acknowledge_by, item.unit_id, item.item_id) > (:by::date, :unitId, :itemId)', after);
      }
      const { rows, nextCursor } = pageOf(
        await query.getMany(),
        limit,
        ({ acknowledgeBy, unitId, itemId }) => `${acknowledgeBy}.${unitId}.${itemId}`,
      );
      const names = await unitNamesOf(
        tx,
        rows.map(({ unitId }) => unitId),
      );
      const items = rows.map((item) => ({ ...item, unitName: names.get(item.unitId) ?? item.unitId }));
      return { items, nextCursor, position };
    });
  }
}

function placeOf(cursor: string): { by: Day; unitId: string; itemId: string } {
  const [by, unitId, itemId, ...more] = cursor.split('.');
  if (!isDay(by) || unitId === undefined || itemId === undefined || more.length > 0) throw badCursor();
  return { by, unitId, itemId };
}
