import {
  toldEmploymentForms,
  type ToldEmploymentForm,
  type UnionMembers,
  type UnionMembersAnswer,
  type UnionMembershipRate,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Cell, cellsAsOf, STANDING } from '../indicator-ledger/cells.query';
import { figureIdOf } from '../indicator-ledger/figure-key';
import type { StandingIndicator } from '../indicator-ledger/indicators';
import { type AsOf, clocksOf } from '../reading/as-of';
import { pageOf, twoIdsOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { shareOf } from '../reading/share';
import { amongUnits, unitsBelowAsOf, unitsBelowUnlessAll } from '../unit-register/unit-tree';

const PAGE = 100;
const WORKERS: StandingIndicator = 'workersByEmploymentForm';
const MEMBERS: StandingIndicator = 'unionMembersOnSite';

/** How many workers at or below a unit are union members, by form of employment, and where members are missing (HM-03g, CC-12b). */
@Injectable()
export class UnionMembersQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: UnionMembers, sender: Pick<Sender, 'after'>): Promise<UnionMembersAnswer> {
    const { organization, asOfDay, cursor, limit = PAGE } = asked;
    const after = twoIdsOf(cursor);
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const asOf = await clocksOf(tx, { asOfDay }, position);
      const byEmploymentForm = await tx.query<UnionMembersAnswer['byEmploymentForm']>(
        `SELECT employment_form AS "employmentForm", count(*)::int AS members FROM union_member
         WHERE ${amongUnits('unit_id', '$1')} AND ended_on IS NULL GROUP BY employment_form ORDER BY employment_form`,
        [await unitsBelowUnlessAll(tx, organization)],
      );
      const unitIds = await unitsBelowAsOf(tx, organization, asOf);
      const cells = await cellsAsOf(tx, { ...STANDING, unitIds, indicators: [WORKERS, MEMBERS] }, asOf, position);
      const groups = await uncoveredGroups(tx, { unitIds, day: asOf.day, after, most: limit + 1 });
      const { rows, nextCursor } = pageOf(groups, limit, (each) => `${each.unitId}.${each.employmentForm}`);
      const rates = ratesOf(cells, organization, asOf);
      return { byEmploymentForm, asOfDay: asOf.day, rates, uncoveredGroups: rows, nextCursor, position };
    });
  }
}

/** The rate of each form of employment that a worker on site has. */
function ratesOf(cells: readonly Cell[], organization: string, asOf: AsOf): UnionMembershipRate[] {
  const figureOf = (indicator: StandingIndicator, dimension: ToldEmploymentForm) => ({
    figure: figureIdOf({ v: 1, indicator, organization, dimension, asOf }),
    value: cells
      .filter((cell) => cell.indicator === indicator && cell.dimension === dimension)
      .reduce((sum, { amount }) => sum + amount, 0),
  });
  return toldEmploymentForms
    .map((employmentForm) => {
      const workers = figureOf(WORKERS, employmentForm);
      const members = figureOf(MEMBERS, employmentForm);
      return { employmentForm, workers, members, basisPoints: shareOf(members.value, workers.value) };
    })
    .filter(({ workers }) => workers.value > 0);
}

interface GroupsAsked {
  unitIds: readonly string[];
  day: Day;
  after: readonly [string, string];
  most: number;
}

/** Workers of one form in one unit who are not all members, by the balances less what is dated after the day. */
function uncoveredGroups(
  tx: EntityManager,
  { unitIds, day, after, most }: GroupsAsked,
): Promise<UnionMembersAnswer['uncoveredGroups']> {
  const ofTheUnits = 'organization_id = $1 AND programme_id = $2 AND indicator IN ($3, $4) AND unit_id = ANY($5)';
  return tx.query(
    `SELECT unit_id AS "unitId", dimension AS "employmentForm",
       (sum(amount) FILTER (WHERE indicator = $3))::int AS workers,
       coalesce(sum(amount) FILTER (WHERE indicator = $4), 0)::int AS members
     FROM (
       SELECT unit_id, dimension, indicator, amount FROM balance WHERE ${ofTheUnits}
       UNION ALL
       SELECT unit_id, dimension, indicator, -amount FROM posting WHERE ${ofTheUnits} AND day > $6
     ) AS part
     WHERE (unit_id, dimension) > ($7, $8)
     GROUP BY unit_id, dimension
     HAVING sum(amount) FILTER (WHERE indicator = $3) > coalesce(sum(amount) FILTER (WHERE indicator = $4), 0)
     ORDER BY unit_id, dimension LIMIT $9`,
    [STANDING.organizationId, STANDING.programmeId, WORKERS, MEMBERS, unitIds, day, ...after, most],
  );
}
