import type { PartyCoverage, PartyCoverageAnswer, UncoveredUnit } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { hasFoundingDuty } from './founding-duty';
import { FoundingDutyRecord, PartyParameterSet } from './founding-duty.entity';
import { parametersInForce } from './party-parameters';

const PAGE = 100;

/** How far the duties to found are met on a day, by the facts and coverage as they stand (应建尽建). */
@Injectable()
export class PartyCoverageQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: PartyCoverage, sender: Pick<Sender, 'after'>): Promise<PartyCoverageAnswer> {
    const { organization, asOfDay, employer, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const duties = (await dutiesBelow(tx, organization, asOfDay)).filter(
        (duty) => employer === undefined || duty.employer === employer,
      );
      const uncovered = duties.filter(({ covered }) => !covered).map(({ covered: _covered, ...unit }) => unit);
      const after = uncovered.filter(({ unitId }) => unitId > cursor).slice(0, limit + 1);
      const { rows, nextCursor } = pageOf(after, limit, ({ unitId }) => unitId);
      const unitsCovered = duties.length - uncovered.length;
      return {
        unitsWithDuty: duties.length,
        unitsCovered,
        coverageBasisPoints: duties.length === 0 ? null : Math.floor((unitsCovered * 10_000) / duties.length),
        uncovered: rows,
        nextCursor,
        position,
      };
    });
  }
}

/** The units at or below a unit that have the duty on a day, in the order of their ids, covered or not. */
export async function dutiesBelow(
  tx: EntityManager,
  organization: string,
  asOfDay: string,
): Promise<(UncoveredUnit & { covered: boolean })[]> {
  const below = await unitsBelow(tx, organization);
  const records = await tx
    .createQueryBuilder(FoundingDutyRecord, 'duty')
    .where('duty.unitId = ANY(:below)', { below })
    .orderBy('duty.unitId')
    .getMany();
  const coverage = await tx.query<{ unit_id: string }[]>(
    'SELECT DISTINCT unit_id FROM party_coverage WHERE unit_id = ANY($1)',
    [below],
  );
  const covered = new Set(coverage.map(({ unit_id }) => unit_id));
  const sets = await tx.find(PartyParameterSet);
  return records.flatMap((record) => {
    const { parameters, basis } = parametersInForce(sets, record.place, asOfDay);
    if (!hasFoundingDuty(record, parameters, asOfDay)) return [];
    const { unitId, employer, fullMembers, reason, foundingPlannedOn, instructorAssigned } = record;
    const planMissed = foundingPlannedOn !== null && foundingPlannedOn < asOfDay;
    const plan = { reason, foundingPlannedOn, planMissed, instructorAssigned };
    return [{ unitId, employer, fullMembers, basis, ...plan, covered: covered.has(unitId) }];
  });
}
