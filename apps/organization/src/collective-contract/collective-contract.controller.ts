import {
  AnnounceCollectiveContract,
  DemandCollectiveTalks,
  EnterCollectiveContractIntoForce,
  HoldCollectiveTalks,
  ObjectToCollectiveContract,
  ReplyToTalksDemand,
  SignCollectiveContract,
  SubmitCollectiveContract,
} from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { Congresses } from '../congress/congress.aggregate';
import { type CongressDecision, decisionOf } from '../congress/congress.decider';
import { CollectiveContracts } from './collective-contract.aggregate';
import { endOf } from './collective-contract.decider';

/** Commands on wage talks and collective contracts. What the congress resolved is looked up in its own stream. */
@Controller()
export class CollectiveContractController {
  constructor(
    private readonly contracts: CollectiveContracts,
    private readonly congresses: Congresses,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(DemandCollectiveTalks)
  async demand(data: DemandCollectiveTalks, sender: Sender) {
    const unitKind = (await this.directory.findUnit(data.unitId))?.kind;
    const { previousContractId } = data;
    const previousEndsOn =
      previousContractId === undefined ? undefined : endOf((await this.contracts.state(previousContractId)).state);
    const wish = { type: 'DemandCollectiveTalks', data, unitKind, previousEndsOn } as const;
    return this.contracts.handle(data.collectiveContractId, wish, sender);
  }

  @OnCommand(ReplyToTalksDemand)
  reply(data: ReplyToTalksDemand, sender: Sender) {
    return this.contracts.handle(data.collectiveContractId, { type: 'ReplyToTalksDemand', data }, sender);
  }

  @OnCommand(HoldCollectiveTalks)
  holdTalks(data: HoldCollectiveTalks, sender: Sender) {
    return this.contracts.handle(data.collectiveContractId, { type: 'HoldCollectiveTalks', data }, sender);
  }

  @OnCommand(SignCollectiveContract)
  async sign(data: SignCollectiveContract, sender: Sender) {
    const decision = await this.decision(data);
    return this.contracts.handle(data.collectiveContractId, { type: 'SignCollectiveContract', data, decision }, sender);
  }

  @OnCommand(SubmitCollectiveContract)
  submit(data: SubmitCollectiveContract, sender: Sender) {
    return this.contracts.handle(data.collectiveContractId, { type: 'SubmitCollectiveContract', data }, sender);
  }

  @OnCommand(ObjectToCollectiveContract)
  objectTo(data: ObjectToCollectiveContract, sender: Sender) {
    return this.contracts.handle(data.collectiveContractId, { type: 'ObjectToCollectiveContract', data }, sender);
  }

  @OnCommand(EnterCollectiveContractIntoForce)
  enterIntoForce(data: EnterCollectiveContractIntoForce, sender: Sender) {
    return this.contracts.handle(data.collectiveContractId, { type: 'EnterCollectiveContractIntoForce', data }, sender);
  }

  @OnCommand(AnnounceCollectiveContract)
  announce(data: AnnounceCollectiveContract, sender: Sender) {
    return this.contracts.handle(data.collectiveContractId, { type: 'AnnounceCollectiveContract', data }, sender);
  }

  private async decision({ congressId, resolutionId }: SignCollectiveContract): Promise<CongressDecision | undefined> {
    if (congressId === undefined || resolutionId === undefined) return undefined;
    return decisionOf((await this.congresses.state(congressId)).state, resolutionId);
  }
}
