import type { CongressKind, DelegateRecommendationEvent } from '@gongyou/contracts';
import { BeginningMissing } from '../intake/projector';
import type { StandingRule } from './standing-rule';

interface RecommendationFacts {
  unitId: string;
  body: CongressKind;
  isWithdrawn: boolean;
  isElected: boolean;
}

/** A recommendation counts under its body unless it is withdrawn, and once more when the worker was elected (HM-04b). */
export const delegateRecommendationsRule: StandingRule<DelegateRecommendationEvent, RecommendationFacts> = {
  types: [
    'DelegateRecommended',
    'RecommendedDelegateElected',
    'RecommendedDelegateNotElected',
    'DelegateRecommendationWithdrawn',
  ],
  dayOf: ({ type, data }) => (type === 'DelegateRecommended' ? data.recommendedOn : data.decidedOn),
  evolve(facts, { type, data }) {
    if (type === 'DelegateRecommended') {
      return { unitId: data.recommendingUnitId, body: data.body, isWithdrawn: false, isElected: false };
    }
    if (!facts) throw new BeginningMissing('recommendation');
    return {
      ...facts,
      isElected: type === 'RecommendedDelegateElected',
      isWithdrawn: type === 'DelegateRecommendationWithdrawn',
    };
  },
  counts({ unitId, body: dimension, isWithdrawn, isElected }) {
    if (isWithdrawn) return [];
    return [
      { indicator: 'delegateRecommendations', unitId, dimension },
      ...(isElected ? [{ indicator: 'recommendedDelegatesElected', unitId, dimension } as const] : []),
    ];
  },
};
