import { queryContract, UnionMembers, type UnionMembersAnswer } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { UnionMembersQuery } from './union-members.query';

@Controller()
export class UnionMembershipRegisterController {
  constructor(
    private readonly access: Access,
    private readonly members: UnionMembersQuery,
  ) {}

  @OnQuery(UnionMembers)
  async answer(query: UnionMembers, sender: Sender): Promise<UnionMembersAnswer> {
    await this.access.check(sender, { roles: queryContract(UnionMembers).roles, units: [query.organization] });
    return this.members.answer(query, sender);
  }
}
