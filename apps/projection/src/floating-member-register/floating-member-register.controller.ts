import {
  FloatingMemberCounts,
  type FloatingMemberCountsAnswer,
  FloatingMembers,
  type FloatingMembersAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { FloatingMembersQuery } from './floating-members.query';

@Controller()
export class FloatingMemberRegisterController {
  constructor(
    private readonly access: Access,
    private readonly members: FloatingMembersQuery,
  ) {}

  @OnQuery(FloatingMembers)
  async list(query: FloatingMembers, sender: Sender): Promise<FloatingMembersAnswer> {
    await this.access.check(sender, { roles: queryContract(FloatingMembers).roles, units: [query.organization] });
    return this.members.answer(query, sender);
  }

  @OnQuery(FloatingMemberCounts)
  async counted(query: FloatingMemberCounts, sender: Sender): Promise<FloatingMemberCountsAnswer> {
    await this.access.check(sender, { roles: queryContract(FloatingMemberCounts).roles, units: [query.organization] });
    return this.members.counts(query, sender);
  }
}
