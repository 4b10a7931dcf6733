import { type BranchLifeEvent, branchLifeEvents, type BranchLifeRecorded } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { begun, foldRows } from '../database/fold-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { BranchLifeEntry } from './branch-life.entity';

/** Keeps the ledger of branch life. */
@Injectable()
export class BranchLifeRegisterProjector implements Projector<BranchLifeEvent> {
  readonly name = 'branch-life-register';
  readonly types = Object.keys(branchLifeEvents);

  project(events: readonly Recorded<BranchLifeEvent>[], tx: EntityManager): Promise<void> {
    return foldRows(tx, BranchLifeEntry, 'recordId', events, ({ data }) => data.recordId, entryAfter);
  }
}

function entryAfter(known: BranchLifeEntry | undefined, { type, data }: BranchLifeEvent): BranchLifeEntry {
  if (type === 'BranchLifeRecorded') return { ...entryOf(data), corrections: 0, withdrawn: false };
  const entry = begun(known, () => new BeginningMissing('record of branch life'));
  if (type === 'BranchLifeWithdrawn') return { ...entry, withdrawn: true };
  return { ...entry, ...entryOf({ ...data, unitId: entry.unitId }), corrections: entry.corrections + 1 };
}

function entryOf(told: BranchLifeRecorded): Omit<BranchLifeEntry, 'corrections' | 'withdrawn'> {
  const { recordId, partyOrganizationId, unitId, kind, heldOn, subject, present, crewIds } = told;
  const { crewTaskId = null, lecturer = null, lecturerId = null, ratingPercent = null, classHours = null } = told;
  const what = { recordId, partyOrganizationId, unitId, kind, heldOn, subject, present };
  const lecture = { lecturer, lecturerId, ratingPercent };
  return { ...what, crewIds, withCrews: crewIds.length > 0, crewTaskId, ...lecture, classHours };
}
