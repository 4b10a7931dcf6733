import type { MassOrganizationPostingList, MassOrganizationPostingListAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { RegisteredPosting } from './mass-organization-posting.entity';

const PAGE = 100;

/** The posts that workers held in a year in mass organizations at or below a unit (HM-03a). */
@Injectable()
export class PostingsQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    asked: MassOrganizationPostingList,
    sender: Pick<Sender, 'after'>,
  ): Promise<MassOrganizationPostingListAnswer> {
    const { organization, year, mode, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const ofTheYear = tx
        .createQueryBuilder(RegisteredPosting, 'each')
        .where('each.unitId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .andWhere('each.beginsOn <= :lastDay AND each.endsOn >= :firstDay', {
          firstDay: `${year}-01-01`,
          lastDay: `${year}-12-31`,
        });
      if (mode !== undefined) ofTheYear.andWhere('each.mode = :mode', { mode });
      const byMassOrganization = await ofTheYear
        .clone()
        .select('each.massOrganizationId', 'massOrganizationId')
        .addSelect('count(*)::int', 'posts')
        .groupBy('each.massOrganizationId')
        .orderBy('each.massOrganizationId')
        .getRawMany<MassOrganizationPostingListAnswer['byMassOrganization'][number]>();
      const found = await ofTheYear
        .andWhere('each.postingId > :cursor', { cursor })
        .orderBy('each.postingId')
        .limit(limit + 1)
        .getMany();
      const { rows, nextCursor } = pageOf(found, limit, ({ postingId }) => postingId);
      return { postings: rows, byMassOrganization, nextCursor, position };
    });
  }
}
