import { type CrewSupportLogEvent, crewSupportLogEvents, type CrewSupportVisitRecorded } from '@gongyou/contracts';
import { monthOf } from '@gongyou/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { removeRows } from '../database/remove-rows';
import { upsertRows } from '../database/write-rows';
import type { Projector, Recorded } from '../intake/projector';
import { CrewSupportVisitRow } from './crew-support-visit.entity';

/** Keeps the visits to crews that stand on record. */
@Injectable()
export class CrewSupportRegisterProjector implements Projector<CrewSupportLogEvent> {
  readonly name = 'crew-support-register';
  readonly types = Object.keys(crewSupportLogEvents);

  async project(events: readonly Recorded<CrewSupportLogEvent>[], tx: EntityManager): Promise<void> {
    const standing = new Map<string, CrewSupportVisitRow>();
    const withdrawn = new Map<string, Pick<CrewSupportVisitRow, 'unitId' | 'month' | 'visitId'>>();
    for (const { type, data } of events) {
      if (type === 'CrewSupportVisitRecorded') {
        const row = visitRow(data);
        standing.set(keyOf(row), row);
      } else {
        const { unitId, visitId, visitedOn } = data;
        const key = { unitId, month: monthOf(visitedOn), visitId };
        standing.delete(keyOf(key));
        withdrawn.set(keyOf(key), key);
      }
    }
    await removeRows(tx, CrewSupportVisitRow, [...withdrawn.values()]);
    await upsertRows(tx, CrewSupportVisitRow, [...standing.values()]);
  }
}

const keyOf = ({ unitId, month, visitId }: Pick<CrewSupportVisitRow, 'unitId' | 'month' | 'visitId'>): string =>
  [unitId, month, visitId].join('~');

function visitRow({ unitId, role, visit }: CrewSupportVisitRecorded): CrewSupportVisitRow {
  const { visitId, assignmentId, visitedOn, minutes, requests, followedUpMatterIds } = visit;
  return {
    unitId,
    month: monthOf(visitedOn),
    visitId,
    assignmentId,
    role,
    visitedOn,
    minutes: minutes ?? null,
    mattersRaised: requests.length,
    mattersFollowedUp: followedUpMatterIds.length,
  };
}
