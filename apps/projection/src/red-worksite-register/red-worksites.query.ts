import type { RedWorksiteRow, RedWorksites, RedWorksitesAnswer, RedWorksiteStage } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { standsBelow } from '../unit-register/unit-tree';
import { RegisteredRedWorksite } from './red-worksite.entity';

const PAGE = 100;

/** Red Worksites at or below a unit, in the order of unit ids (WZ-19a). */
@Injectable()
export class RedWorksitesQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: RedWorksites, sender: Pick<Sender, 'after'>): Promise<RedWorksitesAnswer> {
    const { organization, stage, overdueOn, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredRedWorksite, 'each')
        .where(...(await standsBelow(tx, 'each.unit_id', organization)))
        .andWhere(`each.stage <> 'withdrawn'`)
        .andWhere('each.unitId > :cursor', { cursor })
        .orderBy('each.unitId')
        .limit(limit + 1);
      if (stage !== undefined) query.andWhere('each.stage = :stage', { stage });
      if (overdueOn !== undefined)
        query.andWhere(`each.stage = 'incomplete' AND each.dueOn < :overdueOn`, { overdueOn });
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ unitId }) => unitId);
      return { worksites: rows.map(rowOf), nextCursor, position };
    });
  }
}

const rowOf = (worksite: RegisteredRedWorksite): RedWorksiteRow => ({
  ...worksite,
  stage: worksite.stage as RedWorksiteStage,
  outstanding: worksite.entries.filter(({ state }) => state !== 'passed').map(({ entry }) => entry),
});
