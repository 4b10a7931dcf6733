import type {
  Honours,
  HonoursAnswer,
  HonourSelectionList,
  HonourSelectionListAnswer,
  HonourSelectionRow,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { rowsWith } from '../database/read-rows';
import { pageOf, twoIdsOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { shareOf } from '../reading/share';
import { unitsBelow } from '../unit-register/unit-tree';
import { HonourNomination, RegisteredHonourSelection } from './honour.entity';

const PAGE = 100;

/** Rounds of selection and candidates, at or below a unit. */
@Injectable()
export class HonoursQuery {
  constructor(private readonly reading: Reading) {}

  selections(asked: HonourSelectionList, sender: Pick<Sender, 'after'>): Promise<HonourSelectionListAnswer> {
    const { organization, honour, stage, period, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredHonourSelection, 'each')
        .where('each.unitId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .andWhere('each.selectionId > :cursor', { cursor })
        .orderBy('each.selectionId')
        .limit(limit + 1);
      if (honour !== undefined) query.andWhere('each.honour = :honour', { honour });
      if (stage !== undefined) query.andWhere('each.stage = :stage', { stage });
      if (period !== undefined) query.andWhere('each.period = :period', { period });
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ selectionId }) => selectionId);
      const previousIds = rows.flatMap(({ previousSelectionId }) => previousSelectionId ?? []);
      const previous = await rowsWith(tx, RegisteredHonourSelection, 'selectionId', previousIds);
      return { selections: rows.map((row) => comparedRow(row, previous)), nextCursor, position };
    });
  }

  honours(asked: Honours, sender: Pick<Sender, 'after'>): Promise<HonoursAnswer> {
    const { organization, honour, standing, candidateKind, candidate, cursor, limit = PAGE } = asked;
    const [selectionId, nominationId] = twoIdsOf(cursor);
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(HonourNomination, 'each')
        .where('each.nominatingUnitId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .andWhere('(each.selection_id, each.nomination_id) > (:selectionId, :nominationId)', {
          selectionId,
          nominationId,
        })
        .orderBy('each.selectionId')
        .addOrderBy('each.nominationId')
        .limit(limit + 1);
      if (honour !== undefined) query.andWhere('each.honour = :honour', { honour });
      if (standing !== undefined) query.andWhere('each.standing = :standing', { standing });
      if (candidateKind !== undefined) query.andWhere('each.candidateKind = :candidateKind', { candidateKind });
      if (candidate !== undefined) query.andWhere('each.candidateId = :candidate', { candidate });
      const last = (each: HonourNomination): string => `${each.selectionId}.${each.nominationId}`;
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, last);
      return { honours: rows, nextCursor, position };
    });
  }
}

/** A round with its share of industrial workers, and that of the round before (CC-04b). */
function comparedRow(
  selection: RegisteredHonourSelection,
  rounds: readonly RegisteredHonourSelection[],
): HonourSelectionRow {
  const { honouredWorkers: workers, honouredPersons: persons } = selection;
  const previous = rounds.find(({ selectionId }) => selectionId === selection.previousSelectionId);
  const isComparable = previous !== undefined && previous.honouredPersons > 0 && persons > 0;
  return {
    ...selection,
    workersBasisPoints: shareOf(workers, persons),
    previousWorkersBasisPoints: previous ? shareOf(previous.honouredWorkers, previous.honouredPersons) : null,
    workersShareRose: isComparable ? workers * previous.honouredPersons > previous.honouredWorkers * persons : null,
  };
}
