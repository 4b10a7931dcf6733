import type { CrewEvent, CrewReviewed, CrewStationingRow, MorningMeetingEvent } from '@gongyou/contracts';
import { BeginningMissing, laterDay } from '../intake/projector';
import type { RegisteredCrew } from './crew.entity';

/** The crew after an event. Throws `BeginningMissing` for an event of a crew that was never formed. */
export function crewAfter(
  crew: RegisteredCrew | undefined,
  { type, data }: CrewEvent | MorningMeetingEvent,
): RegisteredCrew {
  if (type === 'CrewFormed') {
    return {
      unitId: data.unitId,
      trade: data.trade,
      labourSubcontractorId: data.labourSubcontractorId ?? null,
      stage: 'formed',
      formedOn: data.formedOn,
      dissolvedOn: null,
      leaderId: null,
      leaderSince: null,
      managerId: null,
      managerSince: null,
      isGuided: false,
      lastMeetingOn: null,
      lastMorningMeetingOn: null,
      supports: [],
      partyMembers: [],
      powers: [],
      reviews: [],
    };
  }
  if (!crew) throw new BeginningMissing('crew');
  switch (type) {
    case 'CrewRevised':
      return { ...crew, trade: data.trade, labourSubcontractorId: data.labourSubcontractorId ?? null };
    case 'CrewDissolved':
      return dissolved(crew, data.dissolvedOn);
    case 'CrewLeaderAppointed':
      return { ...crew, stage: 'active', leaderId: data.workerId, leaderSince: data.appointedOn };
    case 'CrewLeaderRelieved':
      return { ...crew, leaderId: null, leaderSince: null };
    case 'CrewSupportAssigned': {
      const { assignmentId: id, managerId, duties, fromDay, plannedUntil = null } = data;
      const support = { id, personId: managerId, duties, fromDay, plannedUntil, endedOn: null };
      return { ...crew, managerId, managerSince: fromDay, supports: [...crew.supports, support] };
    }
    case 'CrewSupportEnded': {
      const supports = ended(crew.supports, data.endedOn, data.assignmentId);
      return { ...crew, managerId: null, managerSince: null, supports };
    }
    case 'PartyMemberStationed': {
      const { stationingId: id, workerId, fromDay, plannedUntil = null } = data;
      const member = { id, personId: workerId, duties: [], fromDay, plannedUntil, endedOn: null };
      return { ...crew, isGuided: true, partyMembers: [...crew.partyMembers, member] };
    }
    case 'PartyMemberStationingEnded': {
      const partyMembers = ended(crew.partyMembers, data.endedOn, data.stationingId);
      return { ...crew, isGuided: partyMembers.some(isStanding), partyMembers };
    }
    case 'PowerDelegated': {
      const { delegationId, catalogueVersion, power, grantorId, holderId, limits = null, fromDay, untilDay } = data;
      const given = { delegationId, catalogueVersion, power, grantorId, holderId, limits, fromDay, untilDay };
      return { ...crew, powers: [...crew.powers, { ...given, revokedOn: null }] };
    }
    case 'PowerRevoked': {
      const { delegationId, revokedOn } = data;
      const powers = crew.powers.map((each) => (each.delegationId === delegationId ? { ...each, revokedOn } : each));
      return { ...crew, powers };
    }
    case 'CrewReviewed':
      return { ...crew, reviews: reviewsAfter(crew.reviews, data) };
    case 'CrewMeetingHeld':
      return { ...crew, lastMeetingOn: laterDay(crew.lastMeetingOn ?? '', data.heldOn as string) };
    case 'MorningMeetingHeld':
    case 'MorningMeetingCorrected':
      return { ...crew, lastMorningMeetingOn: laterDay(crew.lastMorningMeetingOn ?? '', data.heldOn as string) };
    case 'PowerUsed':
    case 'CrewSupportAssessed':
    case 'CrewItemIssued':
    case 'CrewItemAcknowledged':
      return crew;
  }
}

export const isStanding = ({ endedOn }: CrewStationingRow): boolean => endedOn === null;

/** Whatever was given to the crew ends with it; powers hold no more from that day on. */
const dissolved = (crew: RegisteredCrew, dissolvedOn: string): RegisteredCrew => ({
  ...crew,
  stage: 'dissolved',
  dissolvedOn,
  leaderId: null,
  leaderSince: null,
  managerId: null,
  managerSince: null,
  isGuided: false,
  supports: ended(crew.supports, dissolvedOn),
  partyMembers: ended(crew.partyMembers, dissolvedOn),
  powers: crew.powers.map((each) => ({ ...each, revokedOn: each.revokedOn ?? dissolvedOn })),
});

/** The stationings, with the one of the id, or without an id all that still last, ended on the day. */
const ended = (stationings: readonly CrewStationingRow[], endedOn: string, id?: string): CrewStationingRow[] =>
  stationings.map((each) => (isStanding(each) && (id === undefined || each.id === id) ? { ...each, endedOn } : each));

function reviewsAfter(
  reviews: RegisteredCrew['reviews'],
  {
    reviewId,
    reviewedOn,
    qualityStars,
    progressStars,
    safetyStars,
    reservedStars,
    note,
    replacesReviewId,
  }: CrewReviewed,
): RegisteredCrew['reviews'] {
  const before = reviews.map((each) =>
    each.reviewId === replacesReviewId ? { ...each, replacedByReviewId: reviewId } : each,
  );
  const stars = { qualityStars, progressStars, safetyStars, reservedStars: reservedStars ?? null };
  return [...before, { reviewId, reviewedOn, ...stars, note: note ?? null, replacedByReviewId: null }];
}
