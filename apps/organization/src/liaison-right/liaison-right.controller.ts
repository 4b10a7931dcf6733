import { AnswerLiaisonProposal, UseLiaisonRight } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LiaisonOfficerHandling } from '../liaison-officer/liaison-officer.aggregate';
import { PostUnitsLookup } from '../liaison-officer/post-units.lookup';
import { serviceRecordOf } from '../liaison-officer/service-record';
import { LiaisonRoleDefinitionLookup } from '../liaison-role-definition/liaison-role-definition.lookup';
import { LiaisonRightHandling } from './liaison-right.aggregate';
import type { RightCircumstances } from './liaison-right.decider';

/** Commands on rights that officers used, and on the answers to their proposals. */
@Controller()
export class LiaisonRightController {
  constructor(
    private readonly rights: LiaisonRightHandling,
    private readonly officers: LiaisonOfficerHandling,
    private readonly definitions: LiaisonRoleDefinitionLookup,
    private readonly postUnits: PostUnitsLookup,
  ) {}

  @OnCommand(UseLiaisonRight)
  async use(data: UseLiaisonRight, sender: Sender) {
    const circumstances = await this.circumstancesOf(data);
    return this.rights.handle(data.useId, { type: 'UseLiaisonRight', data, circumstances }, sender);
  }

  @OnCommand(AnswerLiaisonProposal)
  answer(data: AnswerLiaisonProposal, sender: Sender) {
    return this.rights.handle(data.useId, { type: 'AnswerLiaisonProposal', data }, sender);
  }

  private async circumstancesOf({ officerId, proposedTo, usedOn }: UseLiaisonRight): Promise<RightCircumstances> {
    const service = serviceRecordOf((await this.officers.state(officerId)).state);
    if (!service) return { service, role: undefined, units: new Map() };
    const definition = await this.definitions.find(service.unitId, service.level, usedOn);
    const units = await this.postUnits.find([service.unitId, ...(proposedTo ? [proposedTo.unitId] : [])]);
    return { service, role: definition?.role, units };
  }
}
