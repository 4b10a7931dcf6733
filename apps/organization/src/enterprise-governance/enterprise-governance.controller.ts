import {
  EndCrossHeldPost,
  EndEnterpriseGovernance,
  RecordCrossHeldPost,
  RecordEmployeeSeat,
  RecordPartyBuildingInArticles,
  VacateEmployeeSeat,
} from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { EnterpriseGovernances } from './enterprise-governance.aggregate';
import { OpenEnterpriseLookup } from './open-enterprise.lookup';

/** Commands on the governance of enterprises. */
@Controller()
export class EnterpriseGovernanceController {
  constructor(
    private readonly governances: EnterpriseGovernances,
    private readonly enterprises: OpenEnterpriseLookup,
  ) {}

  @OnCommand(RecordPartyBuildingInArticles)
  async recordArticles(data: RecordPartyBuildingInArticles, sender: Sender) {
    const isOpenEnterprise = await this.enterprises.isOpen(data.unitId);
    const wish = { type: 'RecordPartyBuildingInArticles', data, isOpenEnterprise } as const;
    return this.governances.handle(data.unitId, wish, sender);
  }

  @OnCommand(RecordCrossHeldPost)
  async recordCrossHeldPost(data: RecordCrossHeldPost, sender: Sender) {
    const isOpenEnterprise = await this.enterprises.isOpen(data.unitId);
    return this.governances.handle(data.unitId, { type: 'RecordCrossHeldPost', data, isOpenEnterprise }, sender);
  }

  @OnCommand(EndCrossHeldPost)
  endCrossHeldPost(data: EndCrossHeldPost, sender: Sender) {
    return this.governances.handle(data.unitId, { type: 'EndCrossHeldPost', data }, sender);
  }

  @OnCommand(RecordEmployeeSeat)
  async recordSeat(data: RecordEmployeeSeat, sender: Sender) {
    const isOpenEnterprise = await this.enterprises.isOpen(data.unitId);
    return this.governances.handle(data.unitId, { type: 'RecordEmployeeSeat', data, isOpenEnterprise }, sender);
  }

  @OnCommand(VacateEmployeeSeat)
  vacateSeat(data: VacateEmployeeSeat, sender: Sender) {
    return this.governances.handle(data.unitId, { type: 'VacateEmployeeSeat', data }, sender);
  }

  @OnCommand(EndEnterpriseGovernance)
  end(data: EndEnterpriseGovernance, sender: Sender) {
    return this.governances.handle(data.unitId, { type: 'EndEnterpriseGovernance', data }, sender);
  }
}
