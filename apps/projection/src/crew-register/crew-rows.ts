import type { CrewRow } from '@gongyou/contracts';
import type { EntityManager } from 'typeorm';
import { unitNamesOf } from '../unit-register/unit-names';
import type { RegisteredCrew } from './crew.entity';
import { isStanding } from './registered-crew';

/** Crews as they are shown, with their units' names of today. */
export async function crewRowsOf(tx: EntityManager, crews: readonly RegisteredCrew[]): Promise<CrewRow[]> {
  const names = await unitNamesOf(
    tx,
    crews.map(({ unitId }) => unitId),
  );
  return crews.map(({ supports: _supports, partyMembers, powers: _powers, reviews, isGuided: _isGuided, ...crew }) => ({
    ...crew,
    unitName: names.get(crew.unitId) ?? crew.unitId,
    partyMemberIds: partyMembers.filter(isStanding).map(({ personId }) => personId),
    lastReview: lastOf(reviews),
  }));
}

/** Of the reviews that stand, the one of the latest day; of several of one day, the one told last. */
function lastOf(reviews: RegisteredCrew['reviews']): CrewRow['lastReview'] {
  let last: RegisteredCrew['reviews'][number] | undefined;
  for (const review of reviews) {
    if (review.replacedByReviewId === null && (!last || review.reviewedOn >= last.reviewedOn)) last = review;
  }
  if (!last) return null;
  const { reviewedOn, qualityStars, progressStars, safetyStars, reservedStars } = last;
  return { reviewedOn, qualityStars, progressStars, safetyStars, reservedStars };
}
