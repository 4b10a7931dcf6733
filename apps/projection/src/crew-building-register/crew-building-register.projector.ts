import { type CrewBuildingPlanEvent, crewBuildingPlanEvents, type CrewGoalResultRecorded } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { CrewBuildingPlanRecord } from './crew-building-plan.entity';

/** Keeps the plans of crew building with their results (CC-10a). */
@Injectable()
export class CrewBuildingRegisterProjector implements Projector<CrewBuildingPlanEvent> {
  readonly name = 'crew-building-register';
  readonly types = Object.keys(crewBuildingPlanEvents);

  async project(events: readonly Recorded<CrewBuildingPlanEvent>[], tx: EntityManager): Promise<void> {
    const known = await rowsWith(tx, CrewBuildingPlanRecord, 'unitId', new Set(events.map(({ data }) => data.unitId)));
    const plans = new Map(known.map((plan) => [keyOf(plan), plan]));
    for (const { type, data } of events) {
      if (type === 'CrewBuildingPlanAdopted') {
        plans.set(keyOf(data), { ...data, results: [] });
        continue;
      }
      const plan = plans.get(keyOf(data));
      if (!plan) throw new BeginningMissing('crew-building plan');
      plans.set(keyOf(data), { ...plan, results: resultsAfter(plan.results, data) });
    }
    await upsertRows(tx, CrewBuildingPlanRecord, [...plans.values()]);
  }
}

function resultsAfter(
  results: CrewBuildingPlanRecord['results'],
  { goalId, month, valueHundredths }: CrewGoalResultRecorded,
): CrewBuildingPlanRecord['results'] {
  const others = results.filter((each) => each.goalId !== goalId || each.month !== month);
  return [...others, { goalId, month, valueHundredths }].sort((a, b) => (a.month < b.month ? -1 : 1));
}

const keyOf = ({ unitId, planId }: { unitId: string; planId: string }): string => `${unitId}~${planId}`;
