import { type ResourceSharingEvent, resourceSharingEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { begun, foldRows } from '../database/fold-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { RegisteredResourceSharing } from './resource-sharing.entity';

/** Keeps what projects of districts shared. */
@Injectable()
export class ResourceSharingRegisterProjector implements Projector<ResourceSharingEvent> {
  readonly name = 'resource-sharing-register';
  readonly types = Object.keys(resourceSharingEvents);

  project(events: readonly Recorded<ResourceSharingEvent>[], tx: EntityManager): Promise<void> {
    return foldRows(tx, RegisteredResourceSharing, 'sharingId', events, ({ data }) => data.sharingId, sharingAfter);
  }
}

function sharingAfter(
  known: RegisteredResourceSharing | undefined,
  { type, data }: ResourceSharingEvent,
): RegisteredResourceSharing {
  if (type === 'ResourceShared') return { ...data, isWithdrawn: false };
  return { ...begun(known, () => new BeginningMissing('sharing')), isWithdrawn: true };
}
