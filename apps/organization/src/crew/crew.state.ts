import type {
  CrewEvent,
  CrewFormed,
  CrewItemIssued,
  CrewMeetingHeld,
  CrewReviewed,
  CrewSupportAssessed,
  CrewSupportAssigned,
  PartyMemberStationed,
  PowerDelegated,
  PowerUsed,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { unknownFact } from '@gongyou/event-sourcing/decider';

/** No crew was formed under this unit. */
export interface NotFormed {
  stage: 'notFormed';
}

/** The crew stands. Collections are by identifier and keep what ended, so that what is told late is judged by its own day. */
export interface StandingCrew {
  stage: 'standing';
  formed: CrewFormed;
  trade: string;
  labourSubcontractorId: string | undefined;
  /** Whoever led it, the last one at the end. */
  leaders: readonly Leadership[];
  supports: Kept<Ending<CrewSupportAssigned>>;
  assessments: Kept<CrewSupportAssessed>;
  stationings: Kept<Ending<PartyMemberStationed>>;
  delegations: Kept<{ made: PowerDelegated; revokedOn: Day | null }>;
  powerUses: Kept<PowerUsed>;
  meetings: Kept<CrewMeetingHeld>;
  items: Kept<{ issued: CrewItemIssued; acknowledgedBy: readonly string[] }>;
  reviews: Kept<{ made: CrewReviewed; isReplaced: boolean }>;
  /** The latest day that anything was told of. */
  lastOn: Day;
}

/** The crew has ended. */
export interface DissolvedCrew {
  stage: 'dissolved';
  formed: CrewFormed;
  dissolvedOn: Day;
  /** Who had answered for it, and how that was assessed: his service counts on (QD-14). */
  supports: Kept<Ending<CrewSupportAssigned>>;
  assessments: Kept<CrewSupportAssessed>;
}

export type CrewState = NotFormed | StandingCrew | DissolvedCrew;

/** How long a worker led the crew. The day on which one takes over from another belongs to both. */
export interface Leadership {
  workerId: string;
  from: Day;
  until: Day | null;
}

/** What lasts until it is ended; the day is the last one of it. */
export interface Ending<Made> {
  made: Made;
  endedOn: Day | null;
}

type Kept<T> = ReadonlyMap<string, T>;

export const initialCrew: CrewState = { stage: 'notFormed' };

export function evolveCrew(state: CrewState, event: CrewEvent): CrewState {
  if (event.type === 'CrewFormed') return formedCrew(event.data);
  if (event.type === 'CrewSupportAssessed') return assessed(state as StandingCrew | DissolvedCrew, event.data);
  const crew = state as StandingCrew;
  switch (event.type) {
    case 'CrewRevised': {
      const { trade, labourSubcontractorId, revisedOn } = event.data;
      return { ...heardOf(crew, revisedOn), trade, labourSubcontractorId };
    }
    case 'CrewDissolved':
      return {
        stage: 'dissolved',
        formed: crew.formed,
        dissolvedOn: event.data.dissolvedOn,
        supports: crew.supports,
        assessments: crew.assessments,
      };
    case 'CrewLeaderAppointed': {
      const { workerId, appointedOn } = event.data;
      const before = untilDay(crew.leaders, appointedOn);
      return {
        ...heardOf(crew, appointedOn),
        leaders: [...before, { workerId, from: appointedOn, until: null }],
      };
    }
    case 'CrewLeaderRelieved': {
      const { relievedOn } = event.data;
      return { ...heardOf(crew, relievedOn), leaders: untilDay(crew.leaders, relievedOn) };
    }
    case 'CrewSupportAssigned': {
      const { assignmentId, fromDay } = event.data;
      const assigned = { made: event.data, endedOn: null };
      return { ...heardOf(crew, fromDay), supports: kept(crew.supports, assignmentId, assigned) };
    }
    case 'CrewSupportEnded': {
      const { assignmentId, endedOn } = event.data;
      const ended = { ...crew.supports.get(assignmentId)!, endedOn };
      return { ...heardOf(crew, endedOn), supports: kept(crew.supports, assignmentId, ended) };
    }
    case 'PartyMemberStationed': {
      const { stationingId, fromDay } = event.data;
      const stationed = { made: event.data, endedOn: null };
      return { ...heardOf(crew, fromDay), stationings: kept(crew.stationings, stationingId, stationed) };
    }
    case 'PartyMemberStationingEnded': {
      const { stationingId, endedOn } = event.data;
      const ended = { ...crew.stationings.get(stationingId)!, endedOn };
      return { ...heardOf(crew, endedOn), stationings: kept(crew.stationings, stationingId, ended) };
    }
    case 'PowerDelegated': {
      const delegated = { made: event.data, revokedOn: null };
      return { ...crew, delegations: kept(crew.delegations, event.data.delegationId, delegated) };
    }
    case 'PowerRevoked': {
      const { delegationId, revokedOn } = event.data;
      const revoked = { ...crew.delegations.get(delegationId)!, revokedOn };
      return { ...heardOf(crew, revokedOn), delegations: kept(crew.delegations, delegationId, revoked) };
    }
    case 'PowerUsed': {
      const { useId, usedOn } = event.data;
      return { ...heardOf(crew, usedOn), powerUses: kept(crew.powerUses, useId, event.data) };
    }
    case 'CrewMeetingHeld': {
      const { meetingId, heldOn } = event.data;
      return { ...heardOf(crew, heldOn), meetings: kept(crew.meetings, meetingId, event.data) };
    }
    case 'CrewItemIssued': {
      const { itemId, issuedOn } = event.data;
      const item = { issued: event.data, acknowledgedBy: [] };
      return { ...heardOf(crew, issuedOn), items: kept(crew.items, itemId, item) };
    }
    case 'CrewItemAcknowledged': {
      const { itemId, workerId, acknowledgedOn } = event.data;
      const item = crew.items.get(itemId)!;
      const acknowledged = { ...item, acknowledgedBy: [...item.acknowledgedBy, workerId] };
      return { ...heardOf(crew, acknowledgedOn), items: kept(crew.items, itemId, acknowledged) };
    }
    case 'CrewReviewed': {
      const { reviewId, replacesReviewId, reviewedOn } = event.data;
      const reviews = new Map(crew.reviews);
      if (replacesReviewId !== undefined) {
        reviews.set(replacesReviewId, { ...reviews.get(replacesReviewId)!, isReplaced: true });
      }
      return { ...heardOf(crew, reviewedOn), reviews: reviews.set(reviewId, { made: event.data, isReplaced: false }) };
    }
    default:
      return unknownFact(event);
  }
}

const formedCrew = (formed: CrewFormed): StandingCrew => ({
  stage: 'standing',
  formed,
  trade: formed.trade,
  labourSubcontractorId: formed.labourSubcontractorId,
  leaders: [],
  supports: new Map(),
  assessments: new Map(),
  stationings: new Map(),
  delegations: new Map(),
  powerUses: new Map(),
  meetings: new Map(),
  items: new Map(),
  reviews: new Map(),
  lastOn: formed.formedOn,
});

const assessed = <Crew extends StandingCrew | DissolvedCrew>(crew: Crew, data: CrewSupportAssessed): Crew => ({
  ...crew,
  assessments: kept(crew.assessments, data.assessmentId, data),
});

const heardOf = (crew: StandingCrew, on: Day): StandingCrew => (on > crew.lastOn ? { ...crew, lastOn: on } : crew);

const kept = <T>(all: Kept<T>, id: string, value: T): Kept<T> => new Map(all).set(id, value);

/** The leaderships, the last of them ended on the day if it still lasted. */
const untilDay = (leaders: readonly Leadership[], day: Day): readonly Leadership[] =>
  leaders.map((each) => (each.until === null ? { ...each, until: day } : each));
