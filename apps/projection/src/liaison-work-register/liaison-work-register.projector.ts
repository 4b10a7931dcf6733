import type { LiaisonParametersEvent, LiaisonWorkLogEvent } from '@gongyou/contracts';
import { monthOf } from '@gongyou/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { removeRows } from '../database/remove-rows';
import { upsertRows } from '../database/write-rows';
import type { Projector, Recorded } from '../intake/projector';
import { LiaisonParametersRow, LiaisonWorkEntryRow } from './liaison-work.entity';

type WorkEvent = LiaisonWorkLogEvent | LiaisonParametersEvent;

/** Keeps the entries of the work logs that stand, and the parameters that they are held against. */
@Injectable()
export class LiaisonWorkRegisterProjector implements Projector<WorkEvent> {
  readonly name = 'liaison-work-register';
  readonly types = [
    'LiaisonWorkRecorded',
    'LiaisonWorkWithdrawn',
    'LiaisonParametersSet',
  ] satisfies WorkEvent['type'][];

  async project(events: readonly Recorded<WorkEvent>[], tx: EntityManager): Promise<void> {
    const standing = new Map<string, LiaisonWorkEntryRow>();
    const withdrawn = new Map<string, { officerId: string; entryId: string }>();
    const parameters = new Map<string, LiaisonParametersRow>();
    for (const { type, data } of events) {
      if (type === 'LiaisonParametersSet') {
        parameters.set(`${data.organizationId}~${data.effectiveFrom}`, data);
        continue;
      }
      const { officerId, entry } = data;
      const key = `${officerId}~${entry.entryId}`;
      if (type === 'LiaisonWorkRecorded') {
        standing.set(key, entryRow(data));
      } else {
        standing.delete(key);
        withdrawn.set(key, { officerId, entryId: entry.entryId });
      }
    }
    await removeRows(tx, LiaisonWorkEntryRow, [...withdrawn.values()]);
    await upsertRows(tx, LiaisonWorkEntryRow, [...standing.values()]);
    await upsertRows(tx, LiaisonParametersRow, [...parameters.values()]);
  }
}

function entryRow({ officerId, postUnitId, entry }: LiaisonWorkLogEvent['data']): LiaisonWorkEntryRow {
  const { entryId, unitId, workedOn, activity, workKindId, dutyIds, personsPresent, requestsRaised } = entry;
  const { matterIds, requests = [], minutes, result, subordinateId, findings = [] } = entry;
  return {
    officerId,
    entryId,
    postUnitId,
    unitId,
    workedOn,
    month: monthOf(workedOn),
    activity,
    workKindId: workKindId ?? null,
    dutyIds,
    personsPresent,
    requestsRaised,
    mattersOpened: matterIds.length + requests.length,
    minutes: minutes ?? null,
    result: result ?? null,
    subordinateId: subordinateId ?? null,
    findings,
  };
}
