import type { DelegateRecommendationList, DelegateRecommendationListAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { RegisteredDelegateRecommendation } from './delegate-recommendation.entity';

const PAGE = 100;

/** The recommendations of a year, and how many were elected (HM-04b). */
@Injectable()
export class DelegateRecommendationsQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: DelegateRecommendationList, sender: Pick<Sender, 'after'>): Promise<DelegateRecommendationListAnswer> {
    const { organization, year, body, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const ofTheYear = tx
        .createQueryBuilder(RegisteredDelegateRecommendation, 'each')
        .where('each.recommendingUnitId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .andWhere('each.recommendedOn BETWEEN :firstDay AND :lastDay', {
          firstDay: `${year}-01-01`,
          lastDay: `${year}-12-31`,
        });
      if (body !== undefined) ofTheYear.andWhere('each.body = :body', { body });
      const byBody = await ofTheYear
        .clone()
        .select('each.body', 'body')
        .addSelect('count(*)::int', 'recommended')
        .addSelect(`(count(*) FILTER (WHERE each.outcome = 'elected'))::int`, 'elected')
        .groupBy('each.body')
        .orderBy('each.body')
        .getRawMany<DelegateRecommendationListAnswer['byBody'][number]>();
      const found = await ofTheYear
        .andWhere('each.recommendationId > :cursor', { cursor })
        .orderBy('each.recommendationId')
        .limit(limit + 1)
        .getMany();
      const { rows, nextCursor } = pageOf(found, limit, ({ recommendationId }) => recommendationId);
      return { recommendations: rows, byBody, nextCursor, position };
    });
  }
}
