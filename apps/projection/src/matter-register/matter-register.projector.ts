import { type MatterEvent, matterEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { foldRows } from '../database/fold-rows';
import type { Projector, Recorded } from '../intake/projector';
import { RegisteredMatter } from './matter.entity';
import { matterAfter } from './registered-matter';

/** Keeps each matter as it stands, with the hops that it made. */
@Injectable()
export class MatterRegisterProjector implements Projector<MatterEvent> {
  readonly name = 'matter-register';
  readonly types = Object.keys(matterEvents);

  project(events: readonly Recorded<MatterEvent>[], tx: EntityManager): Promise<void> {
    return foldRows(tx, RegisteredMatter, 'matterId', events, ({ data }) => data.matterId, matterAfter);
  }
}
