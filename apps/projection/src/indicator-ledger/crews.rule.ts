import type { CrewEvent } from '@gongyou/contracts';
import { addCalendarMonths, addDays, type Day, type Month, monthOf } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import type { StandingRule } from './standing-rule';

/** So long a review says how a crew does. The notice gives no term (QD-51): this one is the platform's, not a rule of law. */
const MONTHS_OF_A_REVIEW = 12;

interface CrewFacts {
  unitId: string;
  stands: boolean;
  isOfSubcontractor: boolean;
  isLed: boolean;
  isSupported: boolean;
  /** The stationings of Party members that last. */
  stationingIds: string[];
  /** The days of the reviews that were not replaced, by their ids. */
  reviews: Record<string, Day>;
  /** In which it held a meeting. */
  months: Month[];
}

type CountedEvent = Extract<
  CrewEvent,
  {
    type:
      | 'CrewFormed'
      | 'CrewRevised'
      | 'CrewDissolved'
      | 'CrewLeaderAppointed'
      | 'CrewLeaderRelieved'
      | 'CrewSupportAssigned'
      | 'CrewSupportEnded'
      | 'PartyMemberStationed'
      | 'PartyMemberStationingEnded'
      | 'CrewReviewed'
      | 'CrewMeetingHeld';
  }
>;

/**
 * A crew counts while it stands, and once more while a manager answers for it (QD-13) or a Party member guides it (QD-10). One of a
 * labour subcontractor counts as covered while it has what every crew must have, a leader and a manager, and as evaluated for a
 * year after its latest review (QD-51). That it met counts once a month (QD-30).
 */
export const crewsRule: StandingRule<CountedEvent, CrewFacts> = {
  types: [
    'CrewFormed',
    'CrewRevised',
    'CrewDissolved',
    'CrewLeaderAppointed',
    'CrewLeaderRelieved',
    'CrewSupportAssigned',
    'CrewSupportEnded',
    'PartyMemberStationed',
    'PartyMemberStationingEnded',
    'CrewReviewed',
    'CrewMeetingHeld',
  ],
  dayOf,
  evolve,
  counts: ({ unitId, stands, isOfSubcontractor, isLed, isSupported, stationingIds, reviews }) => {
    if (!stands) return [];
    const isCovered = isLed && isSupported;
    const reviewedOn = Object.values(reviews).sort().at(-1);
    return [
      { indicator: 'standingCrews', unitId },
      ...(isSupported ? [{ indicator: 'supportedCrews', unitId } as const] : []),
      ...(stationingIds.length > 0 ? [{ indicator: 'guidedCrews', unitId } as const] : []),
      ...(isOfSubcontractor ? [{ indicator: 'subcontractorCrews', unitId } as const] : []),
      ...(isOfSubcontractor && isCovered ? [{ indicator: 'coveredSubcontractorCrews', unitId } as const] : []),
      ...(isOfSubcontractor && isCovered && reviewedOn !== undefined
        ? [{ indicator: 'evaluatedSubcontractorCrews', unitId, until: endOfReview(reviewedOn) } as const]
        : []),
    ];
  },
  happenings: (facts, { type, data }) =>
    type === 'CrewMeetingHeld' && !facts?.months.includes(monthOf(data.heldOn))
      ? [{ indicator: 'crewsThatMet', unitId: data.unitId }]
      : [],
};

const endOfReview = (reviewedOn: Day): Day => addCalendarMonths(reviewedOn, MONTHS_OF_A_REVIEW);

function dayOf({ type, data }: CountedEvent): Day {
  switch (type) {
    case 'CrewFormed':
      return data.formedOn;
    case 'CrewRevised':
      return data.revisedOn;
    case 'CrewDissolved':
      return data.dissolvedOn;
    case 'CrewLeaderAppointed':
      return data.appointedOn;
    case 'CrewLeaderRelieved':
      // The day told is the last one of it.
      return addDays(data.relievedOn, 1);
    case 'CrewSupportAssigned':
    case 'PartyMemberStationed':
      return data.fromDay;
    case 'CrewSupportEnded':
    case 'PartyMemberStationingEnded':
      return addDays(data.endedOn, 1);
    case 'CrewReviewed':
      return data.reviewedOn;
    case 'CrewMeetingHeld':
      return data.heldOn;
  }
}

function evolve(facts: CrewFacts | undefined, { type, data }: CountedEvent): CrewFacts {
  if (type === 'CrewFormed') {
    return {
      unitId: data.unitId,
      stands: true,
      isOfSubcontractor: data.labourSubcontractorId !== undefined,
      isLed: false,
      isSupported: false,
      stationingIds: [],
      reviews: {},
      months: [],
    };
  }
  if (!facts) throw new BeginningMissing('crew');
  switch (type) {
    case 'CrewRevised':
      return { ...facts, isOfSubcontractor: data.labourSubcontractorId !== undefined };
    case 'CrewDissolved':
      return { ...facts, stands: false };
    case 'CrewLeaderAppointed':
      return { ...facts, isLed: true };
    case 'CrewLeaderRelieved':
      return { ...facts, isLed: false };
    case 'CrewSupportAssigned':
      return { ...facts, isSupported: true };
    case 'CrewSupportEnded':
      return { ...facts, isSupported: false };
    case 'PartyMemberStationed':
      return { ...facts, stationingIds: [...facts.stationingIds, data.stationingId] };
    case 'PartyMemberStationingEnded':
      return { ...facts, stationingIds: facts.stationingIds.filter((each) => each !== data.stationingId) };
    case 'CrewReviewed': {
      const { [data.replacesReviewId ?? '']: _replaced, ...reviews } = facts.reviews;
      return { ...facts, reviews: { ...reviews, [data.reviewId]: data.reviewedOn } };
    }
    case 'CrewMeetingHeld': {
      const month = monthOf(data.heldOn);
      return facts.months.includes(month) ? facts : { ...facts, months: [...facts.months, month] };
    }
  }
}
