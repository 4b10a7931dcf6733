import { type VitalMatterEvent, vitalMatterEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { RegisteredVitalMatter } from './vital-matter.entity';

/** Keeps which resolution covers which matter of vital interest. */
@Injectable()
export class VitalMatterRegisterProjector implements Projector<VitalMatterEvent> {
  readonly name = 'vital-matter-register';
  readonly types = Object.keys(vitalMatterEvents);

  async project(events: readonly Recorded<VitalMatterEvent>[], tx: EntityManager): Promise<void> {
    const known = await rowsWith(
      tx,
      RegisteredVitalMatter,
      'matterId',
      new Set(events.map(({ data }) => data.matterId)),
    );
    const matters = new Map(known.map((each) => [each.matterId, each]));
    for (const event of events) {
      const { matterId } = event.data;
      matters.set(matterId, matterAfter(matters.get(matterId), event));
    }
    await upsertRows(tx, RegisteredVitalMatter, [...matters.values()]);
  }
}

function matterAfter(
  before: RegisteredVitalMatter | undefined,
  { type, data }: Recorded<VitalMatterEvent>,
): RegisteredVitalMatter {
  if (type === 'VitalMatterTookEffect') {
    return { ...data, foundOn: null, coveredOn: data.inForceFrom, revokedOn: null };
  }
  if (type === 'VitalMatterFoundUnresolved') {
    return { ...data, congressId: null, resolutionId: null, coveredOn: null, revokedOn: null };
  }
  if (!before) throw new BeginningMissing('matter of vital interest');
  if (type === 'VitalMatterRevoked') return { ...before, revokedOn: data.revokedOn };
  const { congressId, resolutionId, coveredOn } = data;
  return { ...before, congressId, resolutionId, coveredOn };
}
