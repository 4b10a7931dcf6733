import {
  type DelegateRecommendationEvent,
  delegateRecommendationEvents,
  type RecommendationOutcome,
} from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { RegisteredDelegateRecommendation } from './delegate-recommendation.entity';

/** Keeps the recommendations of workers as delegates. */
@Injectable()
export class DelegateRecommendationRegisterProjector implements Projector<DelegateRecommendationEvent> {
  readonly name = 'delegate-recommendation-register';
  readonly types = Object.keys(delegateRecommendationEvents);

  async project(events: readonly Recorded<DelegateRecommendationEvent>[], tx: EntityManager): Promise<void> {
    const ids = new Set(events.map(({ data }) => data.recommendationId));
    const known = await rowsWith(tx, RegisteredDelegateRecommendation, 'recommendationId', ids);
    const recommendations = new Map(known.map((each) => [each.recommendationId, each]));
    for (const event of events) {
      const { recommendationId } = event.data;
      recommendations.set(recommendationId, recommendationAfter(recommendations.get(recommendationId), event));
    }
    await upsertRows(tx, RegisteredDelegateRecommendation, [...recommendations.values()]);
  }
}

function recommendationAfter(
  before: RegisteredDelegateRecommendation | undefined,
  { type, data }: Recorded<DelegateRecommendationEvent>,
): RegisteredDelegateRecommendation {
  if (type === 'DelegateRecommended') return { ...data, outcome: null, decidedOn: null };
  if (!before) throw new BeginningMissing('recommendation');
  return { ...before, outcome: outcomes[type], decidedOn: data.decidedOn };
}

const outcomes = {
  RecommendedDelegateElected: 'elected',
  RecommendedDelegateNotElected: 'notElected',
  DelegateRecommendationWithdrawn: 'withdrawn',
} as const satisfies Record<Exclude<DelegateRecommendationEvent['type'], 'DelegateRecommended'>, RecommendationOutcome>;
