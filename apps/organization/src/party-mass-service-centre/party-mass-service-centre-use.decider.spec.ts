import type { PartyMassServiceCentreUseEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { partyMassServiceCentreUse, type PartyMassServiceCentreUseWish } from './party-mass-service-centre-use.decider';

const given = specify(partyMassServiceCentreUse);
const refused = (rule: string) => `organization.partyMassServiceCentreUse.${rule}`;
const centreId = 'linjiang';
const openCentre = { parkUnitId: 'linjiang-park', isOpen: true };
const closedCentre = { parkUnitId: 'linjiang-park', isOpen: false };
const booking = {
  ...{ centreId, bookingId: 'b-1', unitId: 'steel', purpose: '主题党日', persons: 28 },
  bookedFor: day('2026-12-16'),
};
const book = (changed: Partial<PartyMassServiceCentreUseWish & { type: 'BookPartyMassServiceCentre' }> = {}) =>
  ({ type: 'BookPartyMassServiceCentre', data: booking, centre: openCentre, unitExists: true, ...changed }) as const;
const booked: PartyMassServiceCentreUseEvent = { type: 'PartyMassServiceCentreBooked', data: booking };
const cancellation = { centreId, bookingId: 'b-1', reason: '改在厂内', bookedFor: day('2026-12-16') };
const cancel = (bookedFor = '2026-12-16'): PartyMassServiceCentreUseWish => ({
  type: 'CancelPartyMassServiceCentreBooking',
  data: { ...cancellation, bookedFor: day(bookedFor) },
  centre: openCentre,
});
const cancelled: PartyMassServiceCentreUseEvent = {
  type: 'PartyMassServiceCentreBookingCancelled',
  data: cancellation,
};
const count = (visits: number, correction?: string) => ({
  ...{ centreId, visitedOn: day('2026-11-16'), visits },
  ...(correction !== undefined && { correction }),
});
const tell = (visits: number, correction?: string, centre = openCentre): PartyMassServiceCentreUseWish => ({
  type: 'CountPartyMassServiceCentreVisits',
  data: count(visits, correction),
  centre,
});
const counted = (visits: number, correction?: string): PartyMassServiceCentreUseEvent => ({
  type: 'PartyMassServiceCentreVisitsCounted',
  data: count(visits, correction),
});

describe('The use of a Party-mass service centre (HM-03h)', () => {
  it('HM-03h: is booked by a unit for a day on which the centre is open, once', () => {
    given().when(book()).then(booked);
    given(booked).when(book()).thenNothing();
    given(booked)
      .when(book({ data: { ...booking, persons: 29 } }))
      .thenRefused(refused('bookedOtherwise'));
    given()
      .when(book({ centre: closedCentre }))
      .thenRefused(refused('notOpen'), { on: '2026-12-16' });
    given()
      .when(book({ centre: undefined }))
      .thenRefused(refused('notOpen'));
    given()
      .when(book({ unitExists: false }))
      .thenRefused(refused('unitUnknown'));
  });
  it('is cancelled for the day it was booked for', () => {
    given(booked).when(cancel()).then(cancelled);
    given(booked, cancelled).when(cancel()).thenNothing();
    given(booked).when(cancel('2026-12-17')).thenRefused(refused('bookingUnknown'));
    given().when(cancel()).thenRefused(refused('bookingUnknown'));
  });
  it('HM-03h: counts the visits of a day once; another count is a correction and says why', () => {
    given().when(tell(137)).then(counted(137));
    given(counted(137)).when(tell(137)).thenNothing();
    given(counted(137)).when(tell(138)).thenRefused(refused('countedOtherwise'), { visits: 137 });
    given(counted(137)).when(tell(138, '补录')).then(counted(138, '补录'));
    given().when(tell(138, '补录')).thenRefused(refused('nothingToCorrect'));
    given()
      .when(tell(137, undefined, closedCentre))
      .thenRefused(refused('notOpen'));
    given()
      .when(tell(137), { today: day('2026-11-15') })
      .thenRefused('organization.entryDay.inFuture');
  });
});
