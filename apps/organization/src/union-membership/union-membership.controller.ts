import {
  BeginUnionMembership,
  EndUnionMembership,
  IssueUnionMemberCard,
  TransferUnionMembership,
} from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { MassOrganizations } from '../mass-organization/mass-organization.aggregate';
import { isActiveTradeUnion } from '../mass-organization/mass-organization.decider';
import { UnionMemberships } from './union-membership.aggregate';

/** Commands on the union membership of single workers. */
@Controller()
export class UnionMembershipController {
  constructor(
    private readonly memberships: UnionMemberships,
    private readonly massOrganizations: MassOrganizations,
  ) {}

  @OnCommand(BeginUnionMembership)
  async begin(data: BeginUnionMembership, sender: Sender) {
    const unionIsActive = await this.isActive(data.massOrganizationId);
    return this.memberships.handle(data.workerId, { type: 'BeginUnionMembership', data, unionIsActive }, sender);
  }

  @OnCommand(TransferUnionMembership)
  async transfer(data: TransferUnionMembership, sender: Sender) {
    const unionIsActive = await this.isActive(data.toMassOrganizationId);
    return this.memberships.handle(data.workerId, { type: 'TransferUnionMembership', data, unionIsActive }, sender);
  }

  @OnCommand(IssueUnionMemberCard)
  issueCard(data: IssueUnionMemberCard, sender: Sender) {
    return this.memberships.handle(data.workerId, { type: 'IssueUnionMemberCard', data }, sender);
  }

  @OnCommand(EndUnionMembership)
  end(data: EndUnionMembership, sender: Sender) {
    return this.memberships.handle(data.workerId, { type: 'EndUnionMembership', data }, sender);
  }

  private async isActive(massOrganizationId: string): Promise<boolean> {
    return isActiveTradeUnion((await this.massOrganizations.state(massOrganizationId)).state);
  }
}
