import {
  queryContract,
  UnionMembers,
  type UnionMembersAnswer,
  UnionMembershipOfWorker,
  type UnionMembershipOfWorkerAnswer,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { UnionMembershipOfWorkerQuery } from './union-membership-of-worker.query';
import { UnionMembersQuery } from './union-members.query';

@Controller()
export class UnionMembershipRegisterController {
  constructor(
    private readonly access: Access,
    private readonly members: UnionMembersQuery,
    private readonly membership: UnionMembershipOfWorkerQuery,
  ) {}

  @OnQuery(UnionMembers)
  async answer(query: UnionMembers, sender: Sender): Promise<UnionMembersAnswer> {
    await this.access.check(sender, { roles: queryContract(UnionMembers).roles, units: [query.organization] });
    return this.members.answer(query, sender);
  }

  @OnQuery(UnionMembershipOfWorker)
  async ofWorker(query: UnionMembershipOfWorker, sender: Sender): Promise<UnionMembershipOfWorkerAnswer> {
    await this.access.check(sender, {
      roles: queryContract(UnionMembershipOfWorker).roles,
      units: [query.organization],
    });
    return this.membership.answer(query, sender);
  }
}
