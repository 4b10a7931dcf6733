import {
  type PartyMassServiceCentreEvent,
  partyMassServiceCentreEvents,
  type PartyMassServiceCentreUseEvent,
  partyMassServiceCentreUseEvents,
} from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { begun, foldRows } from '../database/fold-rows';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { RegisteredServiceCentre, ServiceCentreBooking, ServiceCentreVisits } from './service-centre.entity';

/** Keeps the Party-mass service centres of parks as they stand. */
@Injectable()
export class ServiceCentreRegisterProjector implements Projector<PartyMassServiceCentreEvent> {
  readonly name = 'service-centre-register';
  readonly types = Object.keys(partyMassServiceCentreEvents);

  project(events: readonly Recorded<PartyMassServiceCentreEvent>[], tx: EntityManager): Promise<void> {
    return foldRows(tx, RegisteredServiceCentre, 'centreId', events, ({ data }) => data.centreId, centreAfter);
  }
}

function centreAfter(
  known: RegisteredServiceCentre | undefined,
  { type, data }: PartyMassServiceCentreEvent,
): RegisteredServiceCentre {
  if (type === 'PartyMassServiceCentreOpened') return { ...data, closedOn: null };
  const centre = begun(known, () => new BeginningMissing('Party-mass service centre'));
  if (type === 'PartyMassServiceCentreClosed') return { ...centre, closedOn: data.closedOn };
  const { revisedOn: _revisedOn, ...offer } = data;
  return { ...centre, ...offer };
}

/** Keeps the bookings of the centres, and their visits by day. */
@Injectable()
export class ServiceCentreUseProjector implements Projector<PartyMassServiceCentreUseEvent> {
  readonly name = 'service-centre-use';
  readonly types = Object.keys(partyMassServiceCentreUseEvents);

  async project(events: readonly Recorded<PartyMassServiceCentreUseEvent>[], tx: EntityManager): Promise<void> {
    const bookingIds = new Set(events.flatMap(({ data }) => ('bookingId' in data ? data.bookingId : [])));
    const known = await rowsWith(tx, ServiceCentreBooking, 'bookingId', bookingIds);
    const bookings = new Map(known.map((each) => [keyOf(each), each]));
    const visits = new Map<string, ServiceCentreVisits>();
    for (const { type, data } of events) {
      switch (type) {
        case 'PartyMassServiceCentreBooked':
          bookings.set(keyOf(data), { ...data, cancelled: false });
          break;
        case 'PartyMassServiceCentreBookingCancelled': {
          const booking = begun(bookings.get(keyOf(data)), () => new BeginningMissing('booking'));
          bookings.set(keyOf(data), { ...booking, cancelled: true });
          break;
        }
        case 'PartyMassServiceCentreVisitsCounted': {
          const { centreId, visitedOn, visits: counted } = data;
          visits.set(`${centreId}~${visitedOn}`, { centreId, visitedOn, visits: counted });
        }
      }
    }
    await upsertRows(tx, ServiceCentreBooking, [...bookings.values()]);
    await upsertRows(tx, ServiceCentreVisits, [...visits.values()]);
  }
}

/** A booking's id is unique within the month of a centre. */
const keyOf = (each: Pick<ServiceCentreBooking, 'centreId' | 'bookingId' | 'bookedFor'>): string =>
  `${each.centreId}~${each.bookingId}~${each.bookedFor}`;
