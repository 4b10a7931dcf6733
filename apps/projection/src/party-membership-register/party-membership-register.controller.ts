import { PartyMemberships, type PartyMembershipsAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyMembershipsQuery } from './party-memberships.query';

@Controller()
export class PartyMembershipRegisterController {
  constructor(
    private readonly access: Access,
    private readonly memberships: PartyMembershipsQuery,
  ) {}

  @OnQuery(PartyMemberships)
  async list(query: PartyMemberships, sender: Sender): Promise<PartyMembershipsAnswer> {
    await this.access.check(sender, { roles: queryContract(PartyMemberships).roles, units: [query.organization] });
    return this.memberships.answer(query, sender);
  }
}
