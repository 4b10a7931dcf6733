import type { Crews, CrewsAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { standsBelow } from '../unit-register/unit-tree';
import { RegisteredCrew } from './crew.entity';
import { crewRowsOf } from './crew-rows';

const PAGE = 100;
const STANDS = "crew.stage <> 'dissolved'";

/** The register of crews at or below a unit, in the order of their units' ids. */
@Injectable()
export class CrewsQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: Crews, sender: Pick<Sender, 'after'>): Promise<CrewsAnswer> {
    const { organization, limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredCrew, 'crew')
        .where(...(await standsBelow(tx, 'crew.unit_id', organization)))
        .orderBy('crew.unitId')
        .limit(limit + 1);
      for (const [condition, values] of conditionsOf(asked)) query.andWhere(condition, values);
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ unitId }) => unitId);
      return { crews: await crewRowsOf(tx, rows), nextCursor, position };
    });
  }
}

function* conditionsOf(asked: Crews): Generator<[string, object]> {
  const { stage, trade, labourSubcontractor, manager, supported, guided, noMeetingSince, noMorningMeetingSince } =
    asked;
  if (stage !== undefined) yield ['crew.stage = :stage', { stage }];
  if (trade !== undefined) yield ['crew.trade = :trade', { trade }];
  if (labourSubcontractor !== undefined) {
    yield ['crew.labourSubcontractorId = :labourSubcontractor', { labourSubcontractor }];
  }
  if (manager !== undefined) yield ['crew.managerId = :manager', { manager }];
  if (supported === 'true') yield ['crew.managerId IS NOT NULL', {}];
  if (supported === 'false') yield [`crew.managerId IS NULL AND ${STANDS}`, {}];
  if (guided === 'true') yield ['crew.isGuided', {}];
  if (guided === 'false') yield [`NOT crew.isGuided AND ${STANDS}`, {}];
  if (noMeetingSince !== undefined) {
    yield [`(crew.lastMeetingOn IS NULL OR crew.lastMeetingOn < :noMeetingSince) AND ${STANDS}`, { noMeetingSince }];
  }
  if (noMorningMeetingSince !== undefined) {
    yield [
      `(crew.lastMorningMeetingOn IS NULL OR crew.lastMorningMeetingOn < :noMorningMeetingSince) AND ${STANDS}`,
      { noMorningMeetingSince },
    ];
  }
  if (asked.cursor !== undefined) yield ['crew.unitId > :cursor', { cursor: asked.cursor }];
}
