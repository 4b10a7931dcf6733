import type {
  DelegateRecommendationCommand,
  DelegateRecommendationEvent,
  DelegateRecommended,
  RecommendationOutcome,
  RecommendDelegate,
  RecordRecommendationOutcome,
} from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';

export interface DelegateRecommendationState {
  recommendation: DelegateRecommended | null;
  outcome: RecommendationOutcome | null;
}

/** A recommendation of a leading highly skilled worker as a delegate, and what became of it (HM-04b). */
export const delegateRecommendation: Decider<
  DelegateRecommendationCommand,
  DelegateRecommendationEvent,
  DelegateRecommendationState
> = {
  initialState: { recommendation: null, outcome: null },

  evolve(state, event) {
    switch (event.type) {
      case 'DelegateRecommended':
        return { recommendation: event.data, outcome: null };
      case 'RecommendedDelegateElected':
        return { ...state, outcome: 'elected' };
      case 'RecommendedDelegateNotElected':
        return { ...state, outcome: 'notElected' };
      case 'DelegateRecommendationWithdrawn':
        return { ...state, outcome: 'withdrawn' };
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    switch (wish.type) {
      case 'RecommendDelegate':
        return recommend(wish.data, state, moment);
      case 'RecordRecommendationOutcome':
        return recordOutcome(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const delegateRecommendationRefusals = {
  'organization.delegateRecommendation.unknown': { zh: '没有这项推荐', en: 'There is no such recommendation.' },
  'organization.delegateRecommendation.toldOtherwise': {
    zh: '该编号的推荐已登记，内容不同',
    en: 'A recommendation with this id was recorded already, with other content.',
  },
  'organization.delegateRecommendation.beforeConsent': {
    zh: '推荐日期早于本人同意的日期 {consentedOn}',
    en: 'Nobody is recommended before he consented on {consentedOn}.',
  },
  'organization.delegateRecommendation.outcomeToldOtherwise': {
    zh: '推荐结果已登记，内容不同',
    en: 'Another outcome was recorded already.',
  },
  'organization.delegateRecommendation.decidedBeforeRecommended': {
    zh: '结果日期早于推荐日期 {recommendedOn}',
    en: 'There is no outcome before the recommendation on {recommendedOn}.',
  },
  'organization.delegateRecommendation.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
} as const satisfies Record<`organization.delegateRecommendation.${string}`, Bilingual>;

const refuse: RefuseOf<typeof delegateRecommendationRefusals> = refuseWith(delegateRecommendationRefusals);

const outcomeEvents = {
  elected: 'RecommendedDelegateElected',
  notElected: 'RecommendedDelegateNotElected',
  withdrawn: 'DelegateRecommendationWithdrawn',
} as const satisfies Record<RecommendationOutcome, DelegateRecommendationEvent['type']>;

function recommend(
  data: RecommendDelegate,
  { recommendation }: DelegateRecommendationState,
  { today }: Moment,
): DelegateRecommendationEvent[] {
  if (recommendation) {
    return sameContent(data, recommendation) ? [] : refuse('organization.delegateRecommendation.toldOtherwise');
  }
  const { consentedOn, recommendedOn } = data;
  if (recommendedOn > today) refuse('organization.delegateRecommendation.dayInFuture', { on: recommendedOn });
  if (recommendedOn < consentedOn) refuse('organization.delegateRecommendation.beforeConsent', { consentedOn });
  return [{ type: 'DelegateRecommended', data: { ...data } }];
}

function recordOutcome(
  { recommendationId, outcome, decidedOn }: RecordRecommendationOutcome,
  { recommendation, outcome: told }: DelegateRecommendationState,
  { today }: Moment,
): DelegateRecommendationEvent[] {
  if (!recommendation) return refuse('organization.delegateRecommendation.unknown');
  if (told !== null) {
    return told === outcome ? [] : refuse('organization.delegateRecommendation.outcomeToldOtherwise');
  }
  const { recommendedOn } = recommendation;
  if (decidedOn > today) refuse('organization.delegateRecommendation.dayInFuture', { on: decidedOn });
  if (decidedOn < recommendedOn) {
    refuse('organization.delegateRecommendation.decidedBeforeRecommended', { recommendedOn });
  }
  return [{ type: outcomeEvents[outcome], data: { recommendationId, decidedOn } }];
}
