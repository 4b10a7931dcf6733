import type {
  CollectiveContractList,
  CollectiveContractListAnswer,
  ContractEndNoticeList,
  ContractEndNoticeListAnswer,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { RegisteredCollectiveContract, RegisteredContractEndNotice } from './labour-relations.entity';

const PAGE = 100;

/** Wage talks, collective contracts, and what the union was told before contracts ended (UN-05, UN-09, UN-10). */
@Injectable()
export class LabourRelationsQuery {
  constructor(private readonly reading: Reading) {}

  contracts(asked: CollectiveContractList, sender: Pick<Sender, 'after'>): Promise<CollectiveContractListAnswer> {
    const { organization, stage, dueBefore, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredCollectiveContract, 'each')
        .where('each.unitId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .andWhere('each.collectiveContractId > :cursor', { cursor })
        .orderBy('each.collectiveContractId')
        .limit(limit + 1);
      if (stage !== undefined) query.andWhere('each.stage = :stage', { stage });
      if (dueBefore !== undefined) query.andWhere('each.dueOn < :dueBefore', { dueBefore });
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, (each) => each.collectiveContractId);
      return { contracts: rows, nextCursor, position };
    });
  }

  notices(asked: ContractEndNoticeList, sender: Pick<Sender, 'after'>): Promise<ContractEndNoticeListAnswer> {
    const { organization, unanswered, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredContractEndNotice, 'each')
        .where('each.employerUnitId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .andWhere('each.noticeId > :cursor', { cursor })
        .orderBy('each.noticeId')
        .limit(limit + 1);
      if (unanswered === 'true') query.andWhere('each.opinionRaisedOn IS NOT NULL AND each.answeredOn IS NULL');
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ noticeId }) => noticeId);
      return { notices: rows, nextCursor, position };
    });
  }
}
