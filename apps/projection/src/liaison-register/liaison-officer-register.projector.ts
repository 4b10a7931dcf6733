import { type LiaisonOfficerEvent, liaisonOfficerEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import type { Projector, Recorded } from '../intake/projector';
import { LiaisonBoardChange } from './liaison-board.entity';
import { RegisteredLiaisonOfficer } from './liaison-officer.entity';
import { officerAfter, standsOnBoards } from './registered-officer';

/** Keeps each liaison officer as things stand, and where the boards that show him changed last. */
@Injectable()
export class LiaisonOfficerRegisterProjector implements Projector<LiaisonOfficerEvent> {
  readonly name = 'liaison-officer-register';
  readonly types = Object.keys(liaisonOfficerEvents);

  async project(events: readonly Recorded<LiaisonOfficerEvent>[], tx: EntityManager): Promise<void> {
    const ids = new Set(events.map(({ data }) => data.officerId));
    const known = await rowsWith(tx, RegisteredLiaisonOfficer, 'officerId', ids);
    const officers = new Map(known.map((officer) => [officer.officerId, officer]));
    const changes = new Map<string, LiaisonBoardChange>();
    for (const event of events) {
      const { officerId } = event.data;
      const before = officers.get(officerId);
      const after = officerAfter(before, event);
      officers.set(officerId, after);
      if (boardChanges(event, before, after))
        changes.set(after.unitId, { unitId: after.unitId, position: event.position });
    }
    await upsertRows(tx, RegisteredLiaisonOfficer, [...officers.values()]);
    await upsertRows(tx, LiaisonBoardChange, [...changes.values()]);
  }
}

/** A new publication changes what boards show even where the officer stood on them before. */
const boardChanges = (
  { type }: LiaisonOfficerEvent,
  before: RegisteredLiaisonOfficer | undefined,
  after: RegisteredLiaisonOfficer,
): boolean =>
  standsOnBoards(before) !== standsOnBoards(after) || (type === 'LiaisonProfilePublished' && standsOnBoards(after));
