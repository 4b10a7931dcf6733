import type { CrewEvent, ReviewCrew } from '@gongyou/contracts';
import { sameContent } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { refuse } from './crew.refusals';
import type { StandingCrew } from './crew.state';
import { withinItsLife } from './crew-days';

/** Three items by five stars (DS-13). A review that was wrong is replaced once, by one that names it (RW-13). */
export function reviewCrew(data: ReviewCrew, crew: StandingCrew, moment: Moment): CrewEvent[] {
  const { reviewId, replacesReviewId, reviewedOn } = data;
  const known = crew.reviews.get(reviewId);
  if (known) return sameContent(data, known.made) ? [] : refuse('organization.crew.idTaken', { id: reviewId });
  withinItsLife(reviewedOn, crew, moment);
  if (replacesReviewId !== undefined) {
    const replaced = crew.reviews.get(replacesReviewId);
    if (!replaced) return refuse('organization.crew.recordUnknown', { id: replacesReviewId });
    if (replaced.isReplaced) refuse('organization.crew.reviewReplacedAlready', { reviewId: replacesReviewId });
  }
  const { unitId, qualityStars, progressStars, safetyStars, reservedStars, note } = data;
  const stars = { qualityStars, progressStars, safetyStars, reservedStars };
  return [{ type: 'CrewReviewed', data: { unitId, reviewId, ...stars, note, reviewedOn, replacesReviewId } }];
}
