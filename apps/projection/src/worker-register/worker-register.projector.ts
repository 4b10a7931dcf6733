import {
  type PersonalDataEvent,
  personalDataEvents,
  type WorkerErased,
  type WorkerEvent,
  workerEvents,
  type WorkerMerged,
} from '@gongyou/contracts';
import { addDays } from '@gongyou/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { insertRows, upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { type MaskedFields, masksOf, noMasks } from './masked-fields';
import { PERSONAL_MASKS, type PersonalMasks } from './personal-masks';
import { PersonalDataLook, RegisteredWorker, SiteStint, WorkerPlace } from './worker.entity';

type RegisterEvent = WorkerEvent | PersonalDataEvent;

/**
 * Keeps the register of workers: who they are (masked), by what papers and where they work, who has looked at their data. Masks come
 * from the ledger, which holds the keys: for one who was erased there are none, and a rebuild gives the same empty fields.
 */
@Injectable()
export class WorkerRegisterProjector implements Projector<RegisterEvent> {
  readonly name = 'worker-register';
  readonly types = [...Object.keys(workerEvents), ...Object.keys(personalDataEvents)];

  constructor(@Inject(PERSONAL_MASKS) private readonly ledger: PersonalMasks) {}

  async project(events: readonly Recorded<RegisterEvent>[], tx: EntityManager): Promise<void> {
    const masked = events.flatMap((event) =>
      event.type === 'WorkerRegistered' || event.type === 'WorkerCorrected' ? [event] : [],
    );
    const masks = await masksOf(masked, this.ledger);
    const changes = await RegisterChanges.of(events, masks, tx);
    for (const event of events) await changes.take(event);
    await changes.write();
  }
}

/** The changes of one batch, kept in memory until they are written. */
class RegisterChanges {
  private readonly touched = new Set<string>();
  private readonly changedStints = new Map<string, SiteStint>();
  private readonly changedPlaces = new Map<string, WorkerPlace>();
  /** Workers who entered or left a site: all places that know them say where they are now. */
  private readonly moved = new Set<string>();
  private looks: PersonalDataLook[] = [];

  private constructor(
    private readonly tx: EntityManager,
    private readonly masks: ReadonlyMap<number, Partial<MaskedFields>>,
    private readonly workers: Map<string, RegisteredWorker>,
    /** The stints that last, by worker and site. */
    private readonly open: Map<string, SiteStint>,
    /** The places that know each worker. */
    private readonly places: Map<string, Map<string, WorkerPlace>>,
  ) {}

  static async of(
    events: readonly Recorded<RegisterEvent>[],
    masks: ReadonlyMap<number, Partial<MaskedFields>>,
    tx: EntityManager,
  ): Promise<RegisterChanges> {
    const ids = new Set(events.map(({ data }) => data.workerId));
    const workers = await rowsWith(tx, RegisteredWorker, 'workerId', ids);
    const stints = await rowsWith(tx, SiteStint, 'workerId', ids);
    const open = stints.filter(({ untilDay }) => untilDay === null);
    return new RegisterChanges(
      tx,
      masks,
      new Map(workers.map((worker) => [worker.workerId, worker])),
      new Map(open.map((stint) => [siteOf(stint), stint])),
      await placesOf(ids, tx),
    );
  }

  async take(event: Recorded<RegisterEvent>): Promise<void> {
    switch (event.type) {
      case 'WorkerRegistered':
        return this.register(event);
      case 'ContractRecorded': {
        const { endsOn = null, lateRetirementUntil = null, employmentForm = null, ...contract } = event.data;
        const worker = this.worker(contract.workerId);
        return this.change({
          ...worker,
          contracts: [...worker.contracts, { ...contract, endsOn, lateRetirementUntil, employmentForm }],
        });
      }
      case 'ContractEnded': {
        const { workerId, contractId, endedOn } = event.data;
        const worker = this.worker(workerId);
        const contracts = worker.contracts.map((each) =>
          each.contractId === contractId && each.workerId === workerId ? { ...each, endsOn: endedOn } : each,
        );
        return this.change({ ...worker, contracts });
      }
      case 'SafetyTrainingRecorded': {
        const { workerId, ...training } = event.data;
        const worker = this.worker(workerId);
        return this.change({ ...worker, trainings: [...worker.trainings, training] });
      }
      case 'WorkerEnteredSite':
        return this.enter(event);
      case 'WorkerTransferred':
        return this.transfer(event);
      case 'WorkerLeftSite':
        return this.endStint(event.data, event.data.leftOn);
      case 'WorkerCorrected': {
        const { workerId, identityDocumentType, sex, education } = event.data;
        const worker = this.worker(workerId);
        return this.change({
          ...worker,
          ...this.masks.get(event.position),
          identityDocumentType: identityDocumentType ?? worker.identityDocumentType,
          sex: sex ?? worker.sex,
          education: education ?? worker.education,
        });
      }
      case 'WorkerMerged':
        return this.merge(event.data);
      case 'WorkerErased':
        return this.erase(event.data);
      case 'PersonalDataViewed':
        return this.look(event, event.data.purpose);
      case 'PersonalDataExported':
        return this.look(event, 'export');
      case 'KeptRecordDestroyed':
        return this.change({ ...this.worker(event.data.workerId), kept: [] });
      case 'DuplicateTakenOver':
      case 'LegalRecordKept':
        return;
    }
  }

  async write(): Promise<void> {
    this.tellPlaces();
    const workers = [...this.touched].map((workerId) => this.worker(workerId));
    await upsertRows(this.tx, RegisteredWorker, workers);
    await upsertRows(this.tx, SiteStint, [...this.changedStints.values()]);
    await upsertRows(this.tx, WorkerPlace, [...this.changedPlaces.values()]);
    await insertRows(this.tx, PersonalDataLook, this.looks);
    this.touched.clear();
    this.changedStints.clear();
    this.changedPlaces.clear();
    this.looks = [];
  }

  private register({ data, position }: Recorded<WorkerEvent> & { type: 'WorkerRegistered' }): void {
    const { workerId, organizationId, identityDocumentType, sex, education, registeredOn } = data;
    this.change({
      ...{ workerId, organizationId, stage: 'registered' },
      ...noMasks,
      ...this.masks.get(position),
      ...{ identityDocumentType, sex, education, registeredOn },
      ...{ contracts: [], trainings: [], mergedInto: null, erasedOn: null, kept: [] },
    });
    this.place({ workerId, unitId: organizationId, workType: null, active: false, activeIn: null });
  }

  private enter({ data, position }: Recorded<WorkerEvent> & { type: 'WorkerEnteredSite' }): void {
    const { workerId, projectId, crewId, workType, workRole, ageGroup, contractId, enteredOn } = data;
    this.beginStint({
      ...{ workerId, projectId, fromPosition: position, crewId, workType, workRole, ageGroup, contractId },
      ...{ registeredAs: workerId, enteredOn, fromDay: enteredOn, untilDay: null },
    });
  }

  private transfer({ data, position }: Recorded<WorkerEvent> & { type: 'WorkerTransferred' }): void {
    const { crewId, workType, workRole, ageGroup, transferredOn } = data;
    const before = this.stint(data);
    this.endStint(data, addDays(transferredOn, -1));
    this.beginStint({
      ...before,
      ...{ fromPosition: position, crewId, workType, workRole, ageGroup, fromDay: transferredOn, untilDay: null },
    });
  }

  private beginStint(stint: SiteStint): void {
    const { workerId, crewId, workType } = stint;
    this.open.set(siteOf(stint), stint);
    this.changedStints.set(keyOf(stint), stint);
    this.place({ workerId, unitId: crewId, workType, active: true, activeIn: crewId });
    this.moved.add(workerId);
  }

  private endStint(of: { workerId: string; projectId: string }, untilDay: string): void {
    const stint = { ...this.stint(of), untilDay };
    const { workerId, crewId, workType } = stint;
    this.open.delete(siteOf(stint));
    this.changedStints.set(keyOf(stint), stint);
    this.place({ workerId, unitId: crewId, workType, active: false, activeIn: null });
    this.moved.add(workerId);
  }

  /**
   * What the duplicate did counts for the other. Two merges that were decided at the same moment can make a chain or a ring: all
   * readers see them in the same order, follow the chain, and leave out the one that would close the ring.
   */
  private async merge({ workerId, intoWorkerId }: WorkerMerged): Promise<void> {
    await this.write();
    const into = await this.livingOn(intoWorkerId);
    if (into.workerId === workerId) return;
    const duplicate = this.worker(workerId);
    const contracts = [...into.contracts, ...duplicate.contracts];
    const trainings = [...into.trainings, ...duplicate.trainings];
    this.change({ ...into, contracts, trainings });
    this.change({ ...duplicate, stage: 'merged', mergedInto: into.workerId });
    await this.tx.query('UPDATE site_stint SET worker_id = $2 WHERE worker_id = $1', [workerId, into.workerId]);
    await this.tx.query(
      `INSERT INTO worker_place (worker_id, unit_id, work_type, active, active_in)
       SELECT $2, unit_id, work_type, active, (SELECT min(active_in) FROM worker_place WHERE worker_id = $2)
       FROM worker_place WHERE worker_id = $1
       ON CONFLICT DO NOTHING`,
      [workerId, into.workerId],
    );
    await this.tx.query('DELETE FROM worker_place WHERE worker_id = $1', [workerId]);
    this.places.delete(workerId);
    for (const [id, places] of await placesOf(new Set([into.workerId]), this.tx)) this.places.set(id, places);
  }

  private async livingOn(workerId: string): Promise<RegisteredWorker> {
    const [worker] = this.workers.has(workerId)
      ? [this.worker(workerId)]
      : await rowsWith(this.tx, RegisteredWorker, 'workerId', [workerId]);
    if (!worker) throw new BeginningMissing('worker');
    this.workers.set(workerId, worker);
    return worker.mergedInto === null ? worker : this.livingOn(worker.mergedInto);
  }

  private async erase({ workerId, registrations, erasedOn, kept }: WorkerErased): Promise<void> {
    await this.write();
    const ids = registrations.map((each) => each.workerId);
    for (const row of await rowsWith(this.tx, RegisteredWorker, 'workerId', ids)) this.change({ ...row, ...noMasks });
    this.change({ ...this.worker(workerId), stage: 'erased', erasedOn, kept });
    await this.tx.query('DELETE FROM worker_place WHERE worker_id = ANY($1)', [ids]);
    for (const id of ids) this.places.delete(id);
  }

  private look(event: Recorded<PersonalDataEvent>, purpose: PersonalDataLook['purpose']): void {
    const { position, actor, recordedAt, data } = event;
    this.looks.push({ position, workerId: data.workerId, actor, purpose, at: new Date(recordedAt) });
  }

  private stint(of: { workerId: string; projectId: string }): SiteStint {
    const stint = this.open.get(siteOf(of));
    if (!stint) throw new BeginningMissing('stay on a site');
    return stint;
  }

  private worker(workerId: string): RegisteredWorker {
    const worker = this.workers.get(workerId);
    if (!worker) throw new BeginningMissing('worker');
    return worker;
  }

  private change(worker: RegisteredWorker): void {
    this.workers.set(worker.workerId, worker);
    this.touched.add(worker.workerId);
  }

  private tellPlaces(): void {
    const activeIn = new Map<string, string>();
    // The first by name, so that a rebuild picks the same one of several.
    for (const { workerId, crewId } of this.open.values())
      if (crewId < (activeIn.get(workerId) ?? '\uffff')) activeIn.set(workerId, crewId);
    for (const workerId of this.moved)
      for (const place of this.places.get(workerId)?.values() ?? [])
        this.place({ ...place, activeIn: activeIn.get(workerId) ?? null });
    this.moved.clear();
  }

  private place(place: WorkerPlace): void {
    const { workerId, unitId } = place;
    const places = this.places.get(workerId) ?? new Map<string, WorkerPlace>();
    this.places.set(workerId, places.set(unitId, place));
    this.changedPlaces.set(`${workerId} ${unitId}`, place);
  }
}

async function placesOf(
  workerIds: ReadonlySet<string>,
  tx: EntityManager,
): Promise<Map<string, Map<string, WorkerPlace>>> {
  const byWorker = new Map<string, Map<string, WorkerPlace>>();
  for (const place of await rowsWith(tx, WorkerPlace, 'workerId', workerIds)) {
    const places = byWorker.get(place.workerId) ?? new Map<string, WorkerPlace>();
    byWorker.set(place.workerId, places.set(place.unitId, place));
  }
  return byWorker;
}

const siteOf = ({ workerId, projectId }: { workerId: string; projectId: string }): string => `${workerId} ${projectId}`;
const keyOf = (stint: SiteStint): string => `${siteOf(stint)} ${stint.fromPosition}`;
