import type { UnitPageAnswer, UnitPlacementRow } from '@gongyou/contracts';
import { PlatformProblem, type Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { crewRowsOf } from '../crew-register/crew-rows';
import { RegisteredCrew } from '../crew-register/crew.entity';
import { projectRowsOf } from '../project-register/project-rows';
import { ProjectParticipant, RegisteredProject } from '../project-register/project.entity';
import { Reading } from '../reading/reading';
import { unitNamesOf } from '../unit-register/unit-names';
import { standsBelow } from '../unit-register/unit-tree';
import { RegisteredUnit, UnitPlacement } from '../unit-register/unit.entity';
import { unitRowOf } from '../unit-register/units.query';

const MOST_CREWS = 100;

/** A unit with its places, its project's file, the companies that take part in it, and the crews that stand at or below it. */
@Injectable()
export class UnitPageQuery {
  constructor(private readonly reading: Reading) {}

  /** Throws a `notFound` problem for a unit that was never established. */
  answer(unitId: string, sender: Pick<Sender, 'after'>): Promise<UnitPageAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const unit = await tx.findOneBy(RegisteredUnit, { unitId });
      if (!unit) throw unitUnknown(unitId);
      const [project = null] = await projectRowsOf(tx, await tx.findBy(RegisteredProject, { unitId }));
      const companies = await tx.find(ProjectParticipant, {
        where: { unitId },
        order: { enteredOn: 'ASC', participationId: 'ASC' },
      });
      return {
        unit: unitRowOf(unit),
        placements: await placementsOf(tx, unitId),
        project,
        participants: companies.map(({ unitId: _unitId, ...company }) => company),
        crews: await crewsBelow(tx, unitId),
        position,
      };
    });
  }
}

/** In the order in which they were told; the last one is where the unit stands. */
async function placementsOf(tx: EntityManager, unitId: string): Promise<UnitPlacementRow[]> {
  const placements = await tx.find(UnitPlacement, { where: { unitId }, order: { fromPosition: 'ASC' } });
  const names = await unitNamesOf(
    tx,
    placements.flatMap(({ parentId }) => parentId ?? []),
  );
  return placements.map(({ parentId, fromDay, untilDay }) => ({
    parentId,
    parentName: parentId === null ? null : (names.get(parentId) ?? parentId),
    fromDay,
    untilDay,
  }));
}

async function crewsBelow(tx: EntityManager, unitId: string): Promise<UnitPageAnswer['crews']> {
  const crews = await tx
    .createQueryBuilder(RegisteredCrew, 'crew')
    .where(...(await standsBelow(tx, 'crew.unit_id', unitId)))
    .andWhere("crew.stage <> 'dissolved'")
    .orderBy('crew.unitId')
    .limit(MOST_CREWS)
    .getMany();
  return crewRowsOf(tx, crews);
}

const unitUnknown = (unit: string): PlatformProblem =>
  new PlatformProblem(
    'notFound',
    'organization.unitUnknown',
    { zh: '没有该组织单元', en: 'There is no such unit.' },
    { unit },
  );
