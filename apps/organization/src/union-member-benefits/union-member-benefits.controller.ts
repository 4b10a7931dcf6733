import { PublishUnionMemberBenefits } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { MassOrganizations } from '../mass-organization/mass-organization.aggregate';
import { isActiveTradeUnion } from '../mass-organization/mass-organization.decider';
import { UnionMemberBenefits } from './union-member-benefits.aggregate';

/** Commands on what trade unions give their members. */
@Controller()
export class UnionMemberBenefitsController {
  constructor(
    private readonly benefits: UnionMemberBenefits,
    private readonly massOrganizations: MassOrganizations,
  ) {}

  @OnCommand(PublishUnionMemberBenefits)
  async publish(data: PublishUnionMemberBenefits, sender: Sender) {
    const { state: union } = await this.massOrganizations.state(data.massOrganizationId);
    const hostUnitId = isActiveTradeUnion(union) ? union.application.hostUnitId : undefined;
    const wish = { type: 'PublishUnionMemberBenefits', data, hostUnitId } as const;
    return this.benefits.handle(data.massOrganizationId, wish, sender);
  }
}
