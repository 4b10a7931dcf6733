import {
  type PartyWorkCoverage,
  type PartyWorkCoverageAnswer,
  type UnreachedWorkplace,
  workplaceKinds,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { FoundingDutyRecord } from '../party-organization-register/founding-duty.entity';
import { type Workplace, workplacesAsOf } from '../party-organization-register/workplaces';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelowAsOf } from '../unit-register/unit-tree';
import { PartyCoverPlan } from './party-cover-plan.entity';

const PAGE = 100;

/** How far Party work reaches the workplaces at or below a unit on a day, and which it does not (CC-02a). */
@Injectable()
export class PartyWorkCoverageQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: PartyWorkCoverage, sender: Pick<Sender, 'after'>): Promise<PartyWorkCoverageAnswer> {
    const { organization, asOfDay, kind, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const asOf = { day: asOfDay, position };
      const unitIds = await unitsBelowAsOf(tx, organization, asOf);
      const kinds = kind === undefined ? workplaceKinds : [kind];
      const workplaces = await workplacesAsOf(tx, unitIds, asOf, kinds);
      const unreached = workplaces.filter(({ reach, unitId }) => reach === null && unitId > cursor);
      const inOrder = unreached.toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1)).slice(0, limit + 1);
      const { rows, nextCursor } = pageOf(inOrder, limit, ({ unitId }) => unitId);
      return {
        workplaces: countsOf(workplaces),
        unreached: await withPlans(tx, rows, asOfDay),
        nextCursor,
        position,
      };
    });
  }
}

function countsOf(workplaces: readonly Workplace[]): PartyWorkCoverageAnswer['workplaces'] {
  const counts = workplaceKinds.map((kind) => {
    const ofKind = workplaces.filter((each) => each.kind === kind);
    const reachedBy = (by: 'organization' | 'instructor') => ofKind.filter(({ reach }) => reach?.by === by).length;
    return [kind, { all: ofKind.length, covered: reachedBy('organization'), instructed: reachedBy('instructor') }];
  });
  return Object.fromEntries(counts) as PartyWorkCoverageAnswer['workplaces'];
}

/** What is planned for the unit: the coverage by Party work, or the founding of an organization. */
async function withPlans(
  tx: EntityManager,
  workplaces: readonly Workplace[],
  asOfDay: string,
): Promise<UnreachedWorkplace[]> {
  const unitIds = new Set(workplaces.map(({ unitId }) => unitId));
  const covers = new Map((await rowsWith(tx, PartyCoverPlan, 'unitId', unitIds)).map((plan) => [plan.unitId, plan]));
  const duties = await rowsWith(tx, FoundingDutyRecord, 'unitId', unitIds);
  const foundings = new Map(duties.map((duty) => [duty.unitId, duty]));
  return workplaces.map(({ unitId, kind }) => {
    const founding = foundings.get(unitId);
    const { reason, coverPlannedOn } = covers.get(unitId) ?? {
      reason: founding?.reason ?? null,
      coverPlannedOn: founding?.foundingPlannedOn ?? null,
    };
    return { unitId, kind, reason, coverPlannedOn, planMissed: coverPlannedOn !== null && coverPlannedOn < asOfDay };
  });
}
