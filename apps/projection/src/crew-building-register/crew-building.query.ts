import type { CrewBuilding, CrewBuildingAnswer, CrewBuildingRow, CrewGoal, ProductionMode } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RegisteredCrew } from '../crew-register/crew.entity';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitNamesOf } from '../unit-register/unit-names';
import { standsBelow } from '../unit-register/unit-tree';
import { CrewBuildingPlanRecord } from './crew-building-plan.entity';

const PAGE = 100;

/** The mode of the crew's unit, or of the nearest unit above that was given one. */
const MODE = `(
  WITH RECURSIVE above AS (
    SELECT unit.unit_id, unit.parent_id, unit.production_mode, 0 AS steps FROM unit WHERE unit.unit_id = crew.unit_id
    UNION ALL
    SELECT unit.unit_id, unit.parent_id, unit.production_mode, above.steps + 1
    FROM unit JOIN above ON unit.unit_id = above.parent_id WHERE above.production_mode IS NULL
  )
  SELECT above.production_mode FROM above WHERE above.production_mode IS NOT NULL ORDER BY above.steps LIMIT 1)`;

const PLANNED = `EXISTS (
  SELECT FROM crew_building_plan plan
  WHERE plan.unit_id = crew.unit_id AND plan.from_day <= :day::date AND plan.until_day >= :day::date)`;

/** The crews at or below a unit that stand, each with its plan of a day and what was reached (CC-10a). */
@Injectable()
export class CrewBuildingQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, day, productionMode, planned, cursor, limit = PAGE }: CrewBuilding,
    sender: Pick<Sender, 'after'>,
  ): Promise<CrewBuildingAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredCrew, 'crew')
        .select('crew.unit_id', 'unitId')
        .addSelect(MODE, 'productionMode')
        .where(...(await standsBelow(tx, 'crew.unit_id', organization)))
        .andWhere("crew.stage <> 'dissolved'")
        .orderBy('crew.unit_id')
        .limit(limit + 1);
      if (cursor !== undefined) query.andWhere('crew.unit_id > :cursor', { cursor });
      if (productionMode !== undefined) query.andWhere(`${MODE} = :productionMode`, { productionMode });
      if (planned !== undefined) query.andWhere(planned === 'true' ? PLANNED : `NOT ${PLANNED}`, { day });
      const found = await query.getRawMany<{ unitId: string; productionMode: ProductionMode | null }>();
      const { rows, nextCursor } = pageOf(found, limit, ({ unitId }) => unitId);
      const unitIds = rows.map(({ unitId }) => unitId);
      const names = await unitNamesOf(tx, unitIds);
      const plans = await plansOn(tx, unitIds, day);
      const crews = rows.map(({ unitId, productionMode: mode }): CrewBuildingRow => ({
        ...{ unitId, unitName: names.get(unitId) ?? unitId, productionMode: mode },
        plan: planRow(plans.get(unitId)),
      }));
      return { crews, nextCursor, position };
    });
  }
}

async function plansOn(
  tx: EntityManager,
  unitIds: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, CrewBuildingPlanRecord>> {
  const plans = await tx
    .createQueryBuilder(CrewBuildingPlanRecord, 'plan')
    .where('plan.unitId = ANY(:unitIds) AND plan.fromDay <= :day AND plan.untilDay >= :day', { unitIds, day })
    .getMany();
  return new Map(plans.map((plan) => [plan.unitId, plan]));
}

function planRow(plan: CrewBuildingPlanRecord | undefined): CrewBuildingRow['plan'] {
  if (!plan) return null;
  const { planId, adoptedOn, fromDay, untilDay, measures, goals, results } = plan;
  const reached = (goal: CrewGoal) =>
    results
      .filter(({ goalId }) => goalId === goal.goalId)
      .map(({ month, valueHundredths }) => ({ month, valueHundredths, attained: attains(valueHundredths, goal) }));
  return {
    ...{ planId, adoptedOn, fromDay, untilDay, measures },
    goals: goals.map((goal) => ({ ...goal, results: reached(goal) })),
  };
}

const attains = (value: number, { op, targetHundredths }: CrewGoal): boolean =>
  op === '>=' ? value >= targetHundredths : value <= targetHundredths;
