import { type CollectiveUnionAdmissionEvent, collectiveUnionAdmissionEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { CollectiveAdmissionWorker, RegisteredCollectiveAdmission } from './collective-admission.entity';

/** Keeps the collective admissions, and what each worker answered. */
@Injectable()
export class CollectiveAdmissionRegisterProjector implements Projector<CollectiveUnionAdmissionEvent> {
  readonly name = 'collective-admission-register';
  readonly types = Object.keys(collectiveUnionAdmissionEvents);

  async project(events: readonly Recorded<CollectiveUnionAdmissionEvent>[], tx: EntityManager): Promise<void> {
    const ids = new Set(events.map(({ data }) => data.admissionId));
    const known = await rowsWith(tx, RegisteredCollectiveAdmission, 'admissionId', ids);
    const admissions = new Map(known.map((each) => [each.admissionId, each]));
    const workers = new Map<string, CollectiveAdmissionWorker>();
    for (const event of events) {
      const { admissionId } = event.data;
      admissions.set(admissionId, admissionAfter(admissions.get(admissionId), event));
      const worker = workerIn(event);
      if (worker) workers.set(`${admissionId}~${worker.workerId}`, worker);
    }
    await upsertRows(tx, RegisteredCollectiveAdmission, [...admissions.values()]);
    await upsertRows(tx, CollectiveAdmissionWorker, [...workers.values()]);
  }
}

function admissionAfter(
  before: RegisteredCollectiveAdmission | undefined,
  { type, data }: Recorded<CollectiveUnionAdmissionEvent>,
): RegisteredCollectiveAdmission {
  if (type === 'CollectiveAdmissionOpened') return { ...data, rules: data.rules ?? null, heldOn: null };
  if (!before) throw new BeginningMissing('collective admission');
  return type === 'CollectiveAdmissionHeld' ? { ...before, heldOn: data.heldOn } : before;
}

function workerIn({ type, data }: Recorded<CollectiveUnionAdmissionEvent>): CollectiveAdmissionWorker | undefined {
  switch (type) {
    case 'WorkerConsentedToJoin': {
      const { admissionId, workerId, employmentForm, consentedOn: toldOn } = data;
      return { admissionId, workerId, standing: 'consented', employmentForm, toldOn };
    }
    case 'WorkerDeclinedToJoin': {
      const { admissionId, workerId, declinedOn: toldOn } = data;
      return { admissionId, workerId, standing: 'declined', employmentForm: null, toldOn };
    }
    case 'WorkerAdmittedToUnion': {
      const { admissionId, workerId, employmentForm, admittedOn: toldOn } = data;
      return { admissionId, workerId, standing: 'admitted', employmentForm, toldOn };
    }
    default:
      return undefined;
  }
}
