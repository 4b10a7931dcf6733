import type {
  BookPartyMassServiceCentre,
  CancelPartyMassServiceCentreBooking,
  CountPartyMassServiceCentreVisits,
  PartyMassServiceCentreBooked,
  PartyMassServiceCentreUseEvent,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** The bookings for the days of a month, by id, and the visits of each day that were counted last. */
export interface PartyMassServiceCentreUseState {
  bookings: ReadonlyMap<string, { booked: PartyMassServiceCentreBooked; isCancelled: boolean }>;
  visits: ReadonlyMap<Day, number>;
}

/** What must be known of a centre: its park, and whether it is open on the day of the wish. */
export interface UsedCentre {
  parkUnitId: string;
  isOpen: boolean;
}

/** The commands, each with the centre; `undefined` where there is none. */
export type PartyMassServiceCentreUseWish = { centre: UsedCentre | undefined } & (
  | { type: 'BookPartyMassServiceCentre'; data: BookPartyMassServiceCentre; unitExists: boolean }
  | { type: 'CancelPartyMassServiceCentreBooking'; data: CancelPartyMassServiceCentreBooking }
  | { type: 'CountPartyMassServiceCentreVisits'; data: CountPartyMassServiceCentreVisits }
);

/** How a Party-mass service centre is used in a month: bookings and visits (HM-03h). */
export const partyMassServiceCentreUse: Decider<
  PartyMassServiceCentreUseWish,
  PartyMassServiceCentreUseEvent,
  PartyMassServiceCentreUseState
> = { initialState: { bookings: new Map(), visits: new Map() }, evolve, decide };

function evolve(
  state: PartyMassServiceCentreUseState,
  event: PartyMassServiceCentreUseEvent,
): PartyMassServiceCentreUseState {
  const { bookings, visits } = state;
  switch (event.type) {
    case 'PartyMassServiceCentreBooked': {
      const booking = { booked: event.data, isCancelled: false };
      return { ...state, bookings: new Map(bookings).set(event.data.bookingId, booking) };
    }
    case 'PartyMassServiceCentreBookingCancelled': {
      const { bookingId } = event.data;
      const booking = { ...bookings.get(bookingId)!, isCancelled: true };
      return { ...state, bookings: new Map(bookings).set(bookingId, booking) };
    }
    case 'PartyMassServiceCentreVisitsCounted':
      return { ...state, visits: new Map(visits).set(event.data.visitedOn, event.data.visits) };
    default:
      return unknownFact(event);
  }
}

function decide(
  wish: PartyMassServiceCentreUseWish,
  state: PartyMassServiceCentreUseState,
  moment: Moment,
): PartyMassServiceCentreUseEvent[] {
  switch (wish.type) {
    case 'BookPartyMassServiceCentre':
      return book(wish, state);
    case 'CancelPartyMassServiceCentreBooking':
      return cancel(wish.data, state);
    case 'CountPartyMassServiceCentreVisits':
      return countVisits(wish, state, moment);
    default:
      return unknownWish(wish);
  }
}

export const partyMassServiceCentreUseRefusals = {
  'organization.partyMassServiceCentreUse.notOpen': {
    zh: '党群服务中心 {on} 不开放',
    en: 'The centre is not open on {on}.',
  },
  'organization.partyMassServiceCentreUse.unitUnknown': { zh: '没有这个组织单元', en: 'There is no such unit.' },
  'organization.partyMassServiceCentreUse.bookedOtherwise': {
    zh: '该编号的预约已登记，内容不同',
    en: 'A booking with this id was made already, with other content.',
  },
  'organization.partyMassServiceCentreUse.bookingUnknown': {
    zh: '该日没有这个预约',
    en: 'There is no such booking for that day.',
  },
  'organization.partyMassServiceCentreUse.countedOtherwise': {
    zh: '当日到访人次已登记为 {visits}，更正须说明原因',
    en: '{visits} visits were counted for the day; say why that is corrected.',
  },
  'organization.partyMassServiceCentreUse.nothingToCorrect': {
    zh: '当日到访人次尚未登记，无需更正',
    en: 'No visits were counted for the day: there is nothing to correct.',
  },
} as const satisfies Record<`organization.partyMassServiceCentreUse.${string}`, Bilingual>;

const refuse: RefuseOf<typeof partyMassServiceCentreUseRefusals> = refuseWith(partyMassServiceCentreUseRefusals);

function book(
  { data, centre, unitExists }: PartyMassServiceCentreUseWish & { type: 'BookPartyMassServiceCentre' },
  { bookings }: PartyMassServiceCentreUseState,
): PartyMassServiceCentreUseEvent[] {
  const known = bookings.get(data.bookingId);
  if (known) {
    return sameContent(data, known.booked) ? [] : refuse('organization.partyMassServiceCentreUse.bookedOtherwise');
  }
  if (!centre?.isOpen) refuse('organization.partyMassServiceCentreUse.notOpen', { on: data.bookedFor });
  if (!unitExists) refuse('organization.partyMassServiceCentreUse.unitUnknown');
  return [{ type: 'PartyMassServiceCentreBooked', data }];
}

function cancel(
  data: CancelPartyMassServiceCentreBooking,
  { bookings }: PartyMassServiceCentreUseState,
): PartyMassServiceCentreUseEvent[] {
  const known = bookings.get(data.bookingId);
  if (known?.booked.bookedFor !== data.bookedFor) {
    return refuse('organization.partyMassServiceCentreUse.bookingUnknown');
  }
  return known.isCancelled ? [] : [{ type: 'PartyMassServiceCentreBookingCancelled', data }];
}

function countVisits(
  { data, centre }: PartyMassServiceCentreUseWish & { type: 'CountPartyMassServiceCentreVisits' },
  { visits }: PartyMassServiceCentreUseState,
  moment: Moment,
): PartyMassServiceCentreUseEvent[] {
  const counted = visits.get(data.visitedOn);
  if (counted === data.visits) return [];
  requireEntryDay(data.visitedOn, moment);
  if (!centre?.isOpen) refuse('organization.partyMassServiceCentreUse.notOpen', { on: data.visitedOn });
  if (counted !== undefined && data.correction === undefined) {
    refuse('organization.partyMassServiceCentreUse.countedOtherwise', { visits: counted });
  }
  if (counted === undefined && data.correction !== undefined) {
    refuse('organization.partyMassServiceCentreUse.nothingToCorrect');
  }
  return [{ type: 'PartyMassServiceCentreVisitsCounted', data }];
}
