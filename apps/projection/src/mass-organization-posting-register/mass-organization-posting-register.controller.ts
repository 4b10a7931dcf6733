import { MassOrganizationPostingList, type MassOrganizationPostingListAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PostingsQuery } from './postings.query';

@Controller()
export class MassOrganizationPostingRegisterController {
  constructor(
    private readonly access: Access,
    private readonly postings: PostingsQuery,
  ) {}

  @OnQuery(MassOrganizationPostingList)
  async answer(query: MassOrganizationPostingList, sender: Sender): Promise<MassOrganizationPostingListAnswer> {
    const { roles } = queryContract(MassOrganizationPostingList);
    await this.access.check(sender, { roles, units: [query.organization] });
    return this.postings.answer(query, sender);
  }
}
