import type {
  PartyMassServiceCentreRow,
  PartyMassServiceCentres,
  PartyMassServiceCentresAnswer,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';

const PAGE = 100;

/** The parks at or below a unit, their Party-mass service centres and how they were used in a period (HM-03h). */
@Injectable()
export class ServiceCentresQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: PartyMassServiceCentres, sender: Pick<Sender, 'after'>): Promise<PartyMassServiceCentresAnswer> {
    const { organization, fromDay, toDay, without, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const which = [await unitsBelow(tx, organization), toDay];
      const [counts] = await tx.query<{ parks: number; parksWithCentre: number }[]>(
        `SELECT count(*)::int AS parks, (count(*) FILTER (WHERE has_centre))::int AS "parksWithCentre" FROM (${PARKS}) AS park`,
        which,
      );
      const found = await tx.query<{ parkUnitId: string; name: string }[]>(
        `SELECT unit_id AS "parkUnitId", name FROM (${PARKS}) AS park
         WHERE unit_id > $3 AND NOT (has_centre AND $4) ORDER BY unit_id LIMIT $5`,
        [...which, cursor, without === 'true', limit + 1],
      );
      const { rows: parks, nextCursor } = pageOf(found, limit, ({ parkUnitId }) => parkUnitId);
      const centres = await centresOf(tx, { parkUnitIds: parks.map(({ parkUnitId }) => parkUnitId), fromDay, toDay });
      const rows = parks.map((park) => ({
        ...park,
        centres: centres
          .filter(({ parkUnitId }) => parkUnitId === park.parkUnitId)
          .map(({ parkUnitId: _parkUnitId, ...centre }) => centre),
      }));
      return { ...counts!, rows, nextCursor, position };
    });
  }
}

/** The parks among the units $1 that are open on the day $2, and whether each has a centre that is open then. */
const PARKS = `
  SELECT unit.unit_id, unit.name, EXISTS (
    SELECT FROM party_mass_service_centre AS centre
    WHERE centre.park_unit_id = unit.unit_id AND centre.opened_on <= $2 AND (centre.closed_on IS NULL OR centre.closed_on > $2)
  ) AS has_centre
  FROM unit
  WHERE unit.unit_id = ANY($1) AND unit.kind = 'industrialPark'
    AND unit.established_on <= $2 AND (unit.closed_on IS NULL OR unit.closed_on > $2)`;

type CentreOfPark = PartyMassServiceCentreRow & { parkUnitId: string };

/** The centres of parks that were open on a day of the period. */
const centresOf = (
  tx: EntityManager,
  { parkUnitIds, fromDay, toDay }: { parkUnitIds: string[]; fromDay: string; toDay: string },
): Promise<CentreOfPark[]> =>
  tx.query<CentreOfPark[]>(
    `SELECT centre.park_unit_id AS "parkUnitId", centre.centre_id AS "centreId", centre.name, place,
       area_square_metres AS "areaSquareMetres", services, opening_hours AS "openingHours", opened_on AS "openedOn",
       closed_on AS "closedOn", booked.bookings, visited.visits
     FROM party_mass_service_centre AS centre
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS bookings FROM service_centre_booking AS booking
       WHERE booking.centre_id = centre.centre_id AND booking.booked_for BETWEEN $2 AND $3 AND NOT booking.cancelled
     ) AS booked
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(visits), 0)::int AS visits FROM service_centre_visits AS counted
       WHERE counted.centre_id = centre.centre_id AND counted.visited_on BETWEEN $2 AND $3
     ) AS visited
     WHERE centre.park_unit_id = ANY($1) AND opened_on <= $3 AND (closed_on IS NULL OR closed_on > $2)
     ORDER BY centre.park_unit_id, centre.centre_id`,
    [parkUnitIds, fromDay, toDay],
  );
