import type {
  DelegateRecommendationCommand,
  DelegateRecommendationEvent,
  RecommendationOutcome,
  RecommendDelegate,
} from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { delegateRecommendation } from './delegate-recommendation.decider';

const given = specify(delegateRecommendation);
const recommendationId = 'r-1';

const data = (changes: Partial<RecommendDelegate> = {}): RecommendDelegate => ({
  ...{ recommendationId, workerId: 'w-1', body: 'peoplesCongress', level: 'county', bodyName: '海门区人民代表大会' },
  ...{ skillLevel: 'technician', recommendingUnitId: 'hongda', grounds: '全国技术能手' },
  ...{ consentedOn: day('2026-09-01'), recommendedOn: day('2026-09-10') },
  ...changes,
});
const recommend = (changes: Partial<RecommendDelegate> = {}): DelegateRecommendationCommand => ({
  type: 'RecommendDelegate',
  data: data(changes),
});
const recommended: DelegateRecommendationEvent = { type: 'DelegateRecommended', data: data() };
const tell = (outcome: RecommendationOutcome, decidedOn = '2026-10-20'): DelegateRecommendationCommand => ({
  type: 'RecordRecommendationOutcome',
  data: { recommendationId, outcome, decidedOn: day(decidedOn) },
});
const elected: DelegateRecommendationEvent = {
  type: 'RecommendedDelegateElected',
  data: { recommendationId, decidedOn: day('2026-10-20') },
};

describe('A recommendation of a highly skilled worker (HM-04b)', () => {
  it('names the body, the skill level and who recommends, once', () => {
    given().when(recommend()).then(recommended);
    given(recommended).when(recommend()).thenNothing();
    given(recommended)
      .when(recommend({ skillLevel: 'senior' }))
      .thenRefused('organization.delegateRecommendation.toldOtherwise');
  });
  it('is made on the day of the person’s consent, not before', () => {
    const sameDay = { recommendedOn: day('2026-09-01') };
    given()
      .when(recommend(sameDay))
      .then({ type: 'DelegateRecommended', data: data(sameDay) });
    given()
      .when(recommend({ recommendedOn: day('2026-08-31') }))
      .thenRefused('organization.delegateRecommendation.beforeConsent', { consentedOn: '2026-09-01' });
  });
  it.each([
    ['elected', 'RecommendedDelegateElected'],
    ['notElected', 'RecommendedDelegateNotElected'],
    ['withdrawn', 'DelegateRecommendationWithdrawn'],
  ] as const)('can end as %s', (outcome, type) =>
    given(recommended)
      .when(tell(outcome))
      .then({ type, data: { recommendationId, decidedOn: day('2026-10-20') } }),
  );
  it('has one outcome, not before it was made and not of a day to come', () => {
    given(recommended, elected).when(tell('elected')).thenNothing();
    given(recommended, elected)
      .when(tell('notElected'))
      .thenRefused('organization.delegateRecommendation.outcomeToldOtherwise');
    given(recommended)
      .when(tell('elected', '2026-09-09'))
      .thenRefused('organization.delegateRecommendation.decidedBeforeRecommended', { recommendedOn: '2026-09-10' });
    given(recommended)
      .when(tell('elected', '2026-11-21'))
      .thenRefused('organization.delegateRecommendation.dayInFuture');
    given().when(tell('elected')).thenRefused('organization.delegateRecommendation.unknown');
  });
});
