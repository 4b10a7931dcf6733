import { AnswerUnionOpinion, NotifyUnionOfContractEnd, RaiseUnionOpinion } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { MassOrganizations } from '../mass-organization/mass-organization.aggregate';
import { isActiveTradeUnion } from '../mass-organization/mass-organization.decider';
import { ContractEndNotices } from './contract-end-notice.aggregate';

/** Commands on what employers tell the union before they end contracts. */
@Controller()
export class ContractEndNoticeController {
  constructor(
    private readonly notices: ContractEndNotices,
    private readonly massOrganizations: MassOrganizations,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(NotifyUnionOfContractEnd)
  async notify(data: NotifyUnionOfContractEnd, sender: Sender) {
    const { state: union } = await this.massOrganizations.state(data.massOrganizationId);
    await this.directory.catchUp();
    const unionCoversEmployer =
      isActiveTradeUnion(union) &&
      union.coveredUnitIds.some((unitId) => this.directory.within(data.employerUnitId, unitId));
    const wish = { type: 'NotifyUnionOfContractEnd', data, unionCoversEmployer } as const;
    return this.notices.handle(data.noticeId, wish, sender);
  }

  @OnCommand(RaiseUnionOpinion)
  raise(data: RaiseUnionOpinion, sender: Sender) {
    return this.notices.handle(data.noticeId, { type: 'RaiseUnionOpinion', data }, sender);
  }

  @OnCommand(AnswerUnionOpinion)
  answer(data: AnswerUnionOpinion, sender: Sender) {
    return this.notices.handle(data.noticeId, { type: 'AnswerUnionOpinion', data }, sender);
  }
}
