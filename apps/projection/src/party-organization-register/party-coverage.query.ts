import type { PartyCoverage, PartyCoverageAnswer, UncoveredUnit } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import type { BothClocks } from '../reading/both-clocks';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { shareOf } from '../reading/share';
import { unitsBelow } from '../unit-register/unit-tree';
import { FoundingDutyRecord } from './founding-duty.entity';
import { foundingDutiesAsOf } from './founding-duties';

const PAGE = 100;

/** How far the duties to found are met on a day, by facts, coverage and parameters of that day, as they are known (应建尽建). */
@Injectable()
export class PartyCoverageQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: PartyCoverage, sender: Pick<Sender, 'after'>): Promise<PartyCoverageAnswer> {
    const { organization, asOfDay, employer, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const duties = (await dutiesBelow(tx, organization, { day: asOfDay, position })).filter(
        (duty) => employer === undefined || duty.employer === employer,
      );
      const uncovered = duties.filter(({ covered }) => !covered).map(({ covered: _covered, ...unit }) => unit);
      const after = uncovered.filter(({ unitId }) => unitId > cursor).slice(0, limit + 1);
      const { rows, nextCursor } = pageOf(after, limit, ({ unitId }) => unitId);
      const unitsCovered = duties.length - uncovered.length;
      return {
        unitsWithDuty: duties.length,
        unitsCovered,
        coverageBasisPoints: shareOf(unitsCovered, duties.length),
        uncovered: rows,
        nextCursor,
        position,
      };
    });
  }
}

/** The units at or below a unit that have the duty on a day, in the order of their ids, covered or not, as is known at a position. */
export async function dutiesBelow(
  tx: EntityManager,
  organization: string,
  asOf: BothClocks,
): Promise<(UncoveredUnit & { covered: boolean })[]> {
  return dutiesOf(tx, await unitsBelow(tx, organization), asOf);
}

/** The same of some units. */
export async function dutiesOf(
  tx: EntityManager,
  unitIds: readonly string[],
  asOf: BothClocks,
): Promise<(UncoveredUnit & { covered: boolean })[]> {
  const duties = await foundingDutiesAsOf(tx, unitIds, asOf);
  const plans = await rowsWith(tx, FoundingDutyRecord, 'unitId', new Set(duties.map(({ unitId }) => unitId)));
  const planOf = new Map(plans.map((plan) => [plan.unitId, plan]));
  return duties.map(({ unitId, employer, fullMembers, basis, coveredBy }) => {
    const { reason, foundingPlannedOn, instructorAssigned } = planOf.get(unitId)!;
    const planMissed = foundingPlannedOn !== null && foundingPlannedOn < asOf.day;
    const plan = { reason, foundingPlannedOn, planMissed, instructorAssigned };
    return { unitId, employer, fullMembers, basis, ...plan, covered: coveredBy !== null };
  });
}
