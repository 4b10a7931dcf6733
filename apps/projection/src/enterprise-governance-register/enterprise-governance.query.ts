import {
  enterpriseKinds,
  type EnterpriseGovernance,
  type EnterpriseGovernanceAnswer,
  type GovernanceFact,
  governanceFacts,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { shareOf } from '../reading/share';
import { unitsBelow } from '../unit-register/unit-tree';

const PAGE = 100;

/** Party and workers in the governance of the enterprises at or below a unit on a day (HM-03c, HM-04j). */
@Injectable()
export class EnterpriseGovernanceQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: EnterpriseGovernance, sender: Pick<Sender, 'after'>): Promise<EnterpriseGovernanceAnswer> {
    const { organization, asOfDay, lacking, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const which = [await unitsBelow(tx, organization), asOfDay, enterpriseKinds];
      const [counts] = await tx.query<(Record<GovernanceFact, number> & { enterprises: number })[]>(
        `SELECT count(*)::int AS enterprises, ${governanceFacts.map((fact) => `(count(*) FILTER (WHERE ${HAS[fact]}))::int AS "${fact}"`).join(', ')}
         FROM (${ENTERPRISES}) AS enterprise`,
        which,
      );
      const found = await tx.query<EnterpriseGovernanceAnswer['rows']>(
        `SELECT unit_id AS "unitId", name, included AS "partyBuildingInArticles", posts AS "crossHeldPosts", seats AS "employeeSeats"
         FROM (${ENTERPRISES}) AS enterprise
         WHERE unit_id > $4 ${lacking === undefined ? '' : `AND NOT ${HAS[lacking]}`} ORDER BY unit_id LIMIT $5`,
        [...which, cursor, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, ({ unitId }) => unitId);
      const { enterprises } = counts!;
      const shares = governanceFacts.map((fact) => {
        const having = counts![fact];
        return { fact, enterprises: having, basisPoints: shareOf(having, enterprises) };
      });
      return { enterprises, shares, rows, nextCursor, position };
    });
  }
}

/** When an enterprise has a fact. */
const HAS: Readonly<Record<GovernanceFact, string>> = {
  articles: 'coalesce(included, false)',
  crossHeldPost: `posts::text <> '[]'`,
  employeeDirector: `seats::jsonb @> '[{"board": "directors"}]'`,
  employeeSupervisor: `seats::jsonb @> '[{"board": "supervisors"}]'`,
};

/** The enterprises among the units $1, of the kinds $3, that are open on the day $2, with what is told of their governance that day. */
const ENTERPRISES = `
  SELECT unit.unit_id, unit.name, articles.included,
    coalesce(held.posts, '[]') AS posts, coalesce(seated.seats, '[]') AS seats
  FROM unit
  LEFT JOIN LATERAL (
    SELECT included FROM enterprise_articles AS each
    WHERE each.unit_id = unit.unit_id AND each.from_day <= $2
    ORDER BY from_position DESC LIMIT 1
  ) AS articles ON true
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('organizationPost', organization_post, 'corporatePost', corporate_post,
      'fromDay', from_day) ORDER BY cross_held_post_id) AS posts
    FROM cross_held_post AS post
    WHERE post.unit_id = unit.unit_id AND post.from_day <= $2 AND (post.until_day IS NULL OR post.until_day > $2)
  ) AS held
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('seatId', seat_id, 'board', board, 'workerId', worker_id, 'electedBy', elected_by,
      'electedOn', elected_on, 'termFrom', term_from, 'termUntil', term_until, 'isTermOver', term_until < $2)
      ORDER BY seat_id) AS seats
    FROM employee_seat AS seat
    WHERE seat.unit_id = unit.unit_id AND seat.elected_on <= $2 AND (seat.vacated_on IS NULL OR seat.vacated_on > $2)
  ) AS seated
  WHERE unit.unit_id = ANY($1) AND unit.kind = ANY($3)
    AND unit.established_on <= $2 AND (unit.closed_on IS NULL OR unit.closed_on > $2)`;
