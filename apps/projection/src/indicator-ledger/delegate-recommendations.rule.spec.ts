import { day } from '@gongyou/domain';
import { delegateRecommendationsRule } from './delegate-recommendations.rule';
import { bookStandingEvent, type StandingAccount } from './standing-rule';

type Counted = Parameters<typeof delegateRecommendationsRule.evolve>[1];
type Facts = ReturnType<typeof delegateRecommendationsRule.evolve>;

const recommendationId = 'r-1';
const recommended: Counted = {
  type: 'DelegateRecommended',
  data: {
    ...{ recommendationId, workerId: 'w-1', body: 'peoplesCongress', level: 'county', bodyName: '海门区' },
    ...{ skillLevel: 'technician', recommendingUnitId: 'hongda', grounds: '技术能手' },
    ...{ consentedOn: day('2026-09-01'), recommendedOn: day('2026-09-10') },
  },
};
const ended = (type: Exclude<Counted['type'], 'DelegateRecommended'>): Counted => ({
  type,
  data: { recommendationId, decidedOn: day('2026-10-20') },
});

function postings(...events: Counted[]): string[] {
  let account: StandingAccount<Facts> | undefined;
  return events.flatMap((event) => {
    const booking = bookStandingEvent(delegateRecommendationsRule, account, event);
    account = booking.account;
    return booking.entries.map(({ indicator, dimension, day: on, amount }) =>
      [on, indicator, dimension, amount].join(' '),
    );
  });
}

describe('A recommendation of a highly skilled worker counts (HM-04b)', () => {
  const counted = '2026-09-10 delegateRecommendations peoplesCongress 1';
  it('under its body, and once more when he was elected', () =>
    expect(postings(recommended, ended('RecommendedDelegateElected'))).toEqual([
      counted,
      '2026-10-20 recommendedDelegatesElected peoplesCongress 1',
    ]));
  it('once when he was not elected', () =>
    expect(postings(recommended, ended('RecommendedDelegateNotElected'))).toEqual([counted]));
  it('for nothing once it is withdrawn', () =>
    expect(postings(recommended, ended('DelegateRecommendationWithdrawn'))).toEqual([
      counted,
      '2026-10-20 delegateRecommendations peoplesCongress -1',
    ]));
});
