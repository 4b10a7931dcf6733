import type { LiaisonRightUseRow, LiaisonRightUses, LiaisonRightUsesAnswer, ProposalStatus } from '@gongyou/contracts';
import { type Day } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { Brackets } from 'typeorm';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { UsedLiaisonRight } from './liaison-right-use.entity';

const PAGE = 100;

/** The log of rights that were used, of the officers of a unit and of proposals made to it (JX-37). */
@Injectable()
export class LiaisonRightUsesQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: LiaisonRightUses, sender: Pick<Sender, 'after'>): Promise<LiaisonRightUsesAnswer> {
    const { organization, asOfDay, officer, proposals, cursor, limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const below = await unitsBelow(tx, organization);
      const query = tx
        .createQueryBuilder(UsedLiaisonRight, 'use')
        .where(
          new Brackets((either) =>
            either.where('use.postUnitId = ANY(:below)', { below }).orWhere('use.proposedToUnitId = ANY(:below)'),
          ),
        )
        .andWhere('use.usedOn <= :asOfDay', { asOfDay })
        .orderBy('use.useId')
        .limit(limit + 1);
      if (officer !== undefined) query.andWhere('use.officerId = :officer', { officer });
      if (proposals !== undefined) query.andWhere(STANDS_AS[proposals]);
      if (cursor !== undefined) query.andWhere('use.useId > :cursor', { cursor });
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ useId }) => useId);
      return { uses: rows.map((use) => useRow(use, asOfDay)), nextCursor, position };
    });
  }
}

const UNANSWERED = '(use.answeredOn IS NULL OR use.answeredOn > :asOfDay)';

const STANDS_AS: Readonly<Record<ProposalStatus, string>> = {
  answered: 'use.answeredOn <= :asOfDay',
  open: `use.answerDueOn >= :asOfDay AND ${UNANSWERED}`,
  overdue: `use.answerDueOn < :asOfDay AND ${UNANSWERED}`,
};

function useRow(use: UsedLiaisonRight, asOfDay: Day): LiaisonRightUseRow {
  const { proposedToUnitId, answerDueOn, outcome, answer, answeredOn, ...used } = use;
  if (proposedToUnitId === null || answerDueOn === null) return { ...used, proposal: null };
  const isAnswered = answeredOn !== null && answeredOn <= asOfDay;
  const status: ProposalStatus = isAnswered ? 'answered' : answerDueOn < asOfDay ? 'overdue' : 'open';
  const reply = isAnswered ? { outcome, answer, answeredOn } : { outcome: null, answer: null, answeredOn: null };
  return { ...used, proposal: { unitId: proposedToUnitId, answerDueOn, status, ...reply } };
}
