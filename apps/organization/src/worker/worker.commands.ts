import { randomUUID } from 'node:crypto';
import {
  commandContract,
  CorrectWorker,
  type DestroyKeptRecord,
  type EndContract,
  type EnterSite,
  type EraseWorker,
  type LeaveSite,
  MergeWorker,
  type RecordContract,
  type RecordSafetyTraining,
  RegisterWorker,
  type TakeOverDuplicate,
  type TransferWorker,
} from '@gongyou/contracts';
import { Refusal } from '@gongyou/domain';
import { momentOf } from '@gongyou/event-sourcing';
import { Access, type Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { WorkerIdentities } from '../worker-identity/worker-identities.lookup';
import { PersonalProfiles } from './personal-profile.lookup';
import { WorkPlaces } from './work-places.lookup';
import { unitsAnsweringFor, Workers } from './worker.aggregate';
import { worker } from './worker.decider';
import type { WorkerState } from './worker.state';
import type { Identity, WorkerWish } from './worker.wish';

/**
 * Carries out the commands on workers. What a decision needs to know of units, of other registrations and of the person is looked up here and handed
 * in. An identity is taken before the event that uses it, and only for a command that would be accepted.
 */
@Injectable()
export class WorkerCommands {
  constructor(
    private readonly workers: Workers,
    private readonly identities: WorkerIdentities,
    private readonly profiles: PersonalProfiles,
    private readonly places: WorkPlaces,
    private readonly access: Access,
  ) {}

  async register(data: RegisterWorker, sender: Sender) {
    const { workerId, organizationId } = data;
    await this.access.check(sender, { roles: commandContract(RegisterWorker).roles, units: [organizationId] });
    const identityKey = await this.identities.keyOf(data.identityDocumentType, data.identityNumber);
    const unit = (await this.places.now()).unit(organizationId);
    const carryOut = async () => {
      const current = await this.profiles.of(workerId);
      const wish = { type: 'RegisterWorker' as const, data, unit, current };
      const identity = await this.taken({ identityKey }, organizationId, sender, (identity) => ({ ...wish, identity }));
      return this.workers.handle(workerId, { ...wish, identity }, sender);
    };
    try {
      return await carryOut();
    } catch (error) {
      // Another has registered the same person at the same moment: judged again, by what stands there now.
      if (error instanceof Refusal && error.code === 'organization.worker.changedMeanwhile') return carryOut();
      throw error;
    }
  }

  async recordContract(data: RecordContract, sender: Sender) {
    const employer = (await this.places.now()).unit(data.employerUnitId);
    return this.workers.handle(data.workerId, { type: 'RecordContract', data, employer }, sender);
  }

  endContract(data: EndContract, sender: Sender) {
    return this.workers.handle(data.workerId, { type: 'EndContract', data }, sender);
  }

  recordSafetyTraining(data: RecordSafetyTraining, sender: Sender) {
    return this.workers.handle(data.workerId, { type: 'RecordSafetyTraining', data }, sender);
  }

  async enterSite(data: EnterSite, sender: Sender) {
    const [site, birthDay] = await Promise.all([this.site(data), this.birthDay(data.workerId)]);
    return this.workers.handle(data.workerId, { type: 'EnterSite', data, site, birthDay }, sender);
  }

  async transfer(data: TransferWorker, sender: Sender) {
    const [site, birthDay] = await Promise.all([this.site(data), this.birthDay(data.workerId)]);
    return this.workers.handle(data.workerId, { type: 'TransferWorker', data, site, birthDay }, sender);
  }

  leaveSite(data: LeaveSite, sender: Sender) {
    return this.workers.handle(data.workerId, { type: 'LeaveSite', data }, sender);
  }

  async correct(data: CorrectWorker, sender: Sender) {
    const { workerId, identityDocumentType, identityNumber } = data;
    const { state } = await this.workers.state(workerId);
    const units = unitsAnsweringFor(state);
    await this.access.check(sender, { roles: commandContract(CorrectWorker).roles, units });
    const current = await this.profiles.of(workerId);
    const wish = { type: 'CorrectWorker' as const, data, current };
    if (identityDocumentType === undefined || identityNumber === undefined)
      return this.workers.handle(workerId, wish, sender);
    const identityKey = await this.identities.keyOf(identityDocumentType, identityNumber);
    const identity = await this.taken({ identityKey }, units[0] ?? workerId, sender, (identity) => ({
      ...wish,
      identity,
    }));
    return this.workers.handle(workerId, { ...wish, identity }, sender);
  }

  /** The sender needs his role over both: who registered the duplicate, and who registered the other. */
  async merge(data: MergeWorker, sender: Sender) {
    const { state: into } = await this.workers.state(data.intoWorkerId);
    if (into.stage !== 'notRegistered') {
      const { roles } = commandContract(MergeWorker);
      await this.access.check(sender, { roles, units: [into.organizationId] });
    }
    return this.workers.handle(data.workerId, { type: 'MergeWorker', data, into: into.stage }, sender);
  }

  takeOverDuplicate(data: TakeOverDuplicate, sender: Sender) {
    return this.workers.handle(data.workerId, { type: 'TakeOverDuplicate', data }, sender);
  }

  async erase(data: EraseWorker, sender: Sender) {
    const current = await this.profiles.of(data.workerId);
    const wish: WorkerWish = { type: 'EraseWorker', data, current, keptRecordId: randomUUID() };
    return this.workers.handle(data.workerId, wish, sender);
  }

  destroyKeptRecord(data: DestroyKeptRecord, sender: Sender) {
    return this.workers.handle(data.workerId, { type: 'DestroyKeptRecord', data }, sender);
  }

  /** Takes the identity that a command needs, unless the command would be refused, and tells who holds it. */
  private async taken(
    identity: Identity,
    organizationId: string,
    sender: Sender,
    wishWith: (identity: Identity) => WorkerWish,
  ): Promise<Identity> {
    const wish = wishWith(identity);
    const { state } = await this.workers.state(wish.data.workerId);
    if (!wouldRecord(wish, state, sender)) return identity;
    const { identityKey } = identity;
    const holder = await this.identities.take(identityKey, wish.data.workerId, organizationId, sender);
    return { identityKey, holder };
  }

  private async site(of: { projectId: string; crewId: string }) {
    return (await this.places.now()).site(of);
  }

  private async birthDay(workerId: string) {
    return (await this.profiles.of(workerId))?.birthDay;
  }
}

/** What changes nothing, or is refused, takes no identity; whether it is told as refused is the aggregate's to say, which knows the key. */
function wouldRecord(wish: WorkerWish, state: WorkerState, sender: Sender): boolean {
  try {
    return worker.decide(wish, state, momentOf(sender)).length > 0;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
