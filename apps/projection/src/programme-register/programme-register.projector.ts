import { type ProgrammeEvent, programmeEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/write-rows';
import type { Projector, Recorded } from '../intake/projector';
import { ProgrammeVersionRecord } from './programme-version.entity';

/** Keeps every version of every programme. */
@Injectable()
export class ProgrammeRegisterProjector implements Projector<ProgrammeEvent> {
  readonly name = 'programme-register';
  readonly types = Object.keys(programmeEvents);

  async project(events: readonly Recorded<ProgrammeEvent>[], tx: EntityManager): Promise<void> {
    const versions = events.map(({ data: { programmeId, programmeVersion, programme }, position }) => ({
      programmeId,
      version: programmeVersion,
      position,
      programme,
    }));
    await insertRows(tx, ProgrammeVersionRecord, versions);
  }
}
