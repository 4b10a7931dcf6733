import { checked, ReviewCrew } from '@gongyou/contracts';
import { day, fact, formed, given, TODAY, TOMORROW, wish } from '../testing/crew-story';

const review = (reviewId: string, replacesReviewId?: string) => ({
  reviewId,
  qualityStars: 5,
  progressStars: 4,
  safetyStars: 1,
  note: '三季度',
  reviewedOn: day('2026-10-08'),
  ...(replacesReviewId !== undefined && { replacesReviewId }),
});
const reviewed = (reviewId: string, replacesReviewId?: string) =>
  fact('CrewReviewed', review(reviewId, replacesReviewId));

describe('A crew review', () => {
  it('gives one to five stars for quality, progress and safety (DS-13)', () =>
    given(formed())
      .when(wish('ReviewCrew', review('r1')))
      .then(reviewed('r1')));
  it.each([0, 6, 2.5])('takes no %d stars (DS-13)', (qualityStars) =>
    expect(() => checked(ReviewCrew, { unitId: 'rebar-crew', ...review('r1'), qualityStars })).toThrow('qualityStars'),
  );
  it('takes a note of 500 characters, and not of 501 (DS-13)', () => {
    const noted = (length: number) => ({ unitId: 'rebar-crew', ...review('r1'), note: '好'.repeat(length) });
    expect(checked(ReviewCrew, noted(500)).note).toHaveLength(500);
    expect(() => checked(ReviewCrew, noted(501))).toThrow('note');
  });
  it('is given once, however often it is told', () =>
    given(formed(), reviewed('r1'), reviewed('r2', 'r1'))
      .when(wish('ReviewCrew', review('r1')))
      .thenNothing());
  it('goes by the same rules for a crew of a labour subcontractor (QD-51)', () => {
    const ofSubcontractor = formed({ labourSubcontractorId: 'labour' });
    given(ofSubcontractor)
      .when(wish('ReviewCrew', review('r1')))
      .then(reviewed('r1'));
    given(ofSubcontractor)
      .when(wish('ReviewCrew', { ...review('r1'), reviewedOn: TOMORROW }))
      .thenRefused('organization.crew.dayInFuture');
  });
  it('is put right by another that names it (RW-13)', () =>
    given(formed(), reviewed('r1'))
      .when(wish('ReviewCrew', review('r2', 'r1')))
      .then(reviewed('r2', 'r1')));
  it('is put right once; then its correction is (RW-13)', () => {
    given(formed(), reviewed('r1'), reviewed('r2', 'r1'))
      .when(wish('ReviewCrew', review('r3', 'r1')))
      .thenRefused('organization.crew.reviewReplacedAlready', { reviewId: 'r1' });
    given(formed(), reviewed('r1'), reviewed('r2', 'r1'))
      .when(wish('ReviewCrew', review('r3', 'r2')))
      .then(reviewed('r3', 'r2'));
  });
  it('cannot put right what was never given', () =>
    given(formed())
      .when(wish('ReviewCrew', review('r2', 'r1')))
      .thenRefused('organization.crew.recordUnknown', { id: 'r1' }));
  it('can be of today, not of tomorrow', () => {
    given(formed())
      .when(wish('ReviewCrew', { ...review('r1'), reviewedOn: TODAY }))
      .then(fact('CrewReviewed', { ...review('r1'), reviewedOn: TODAY }));
    given(formed())
      .when(wish('ReviewCrew', { ...review('r1'), reviewedOn: TOMORROW }))
      .thenRefused('organization.crew.dayInFuture');
  });
});
