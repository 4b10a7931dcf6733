import type { TorchStudios, TorchStudiosAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { idleYear } from './torch-register.projector';
import { RegisteredTorchStudio } from './torch-studio.entity';

const PAGE = 100;

/** The studios of the Torch action at or below a unit that were in it in a year, with what they did then. */
@Injectable()
export class TorchStudiosQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: TorchStudios, sender: Pick<Sender, 'after'>): Promise<TorchStudiosAnswer> {
    const { organization, year, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const inYear = { from: `${year}-01-01`, to: `${year}-12-31` };
      const found = await tx
        .createQueryBuilder(RegisteredTorchStudio, 'studio')
        .where('studio.unitId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .andWhere('studio.joinedOn <= :to AND (studio.leftOn IS NULL OR studio.leftOn >= :from)', inYear)
        .andWhere('studio.studioId > :cursor', { cursor })
        .orderBy('studio.studioId')
        .limit(limit + 1)
        .getMany();
      const { rows, nextCursor } = pageOf(found, limit, ({ studioId }) => studioId);
      const studios = rows.map(({ years, ...studio }) => ({ ...studio, ...(years[year] ?? idleYear) }));
      return { studios, nextCursor, position };
    });
  }
}
