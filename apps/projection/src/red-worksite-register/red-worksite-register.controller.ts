import { queryContract, RedWorksites, type RedWorksitesAnswer } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { RedWorksitesQuery } from './red-worksites.query';

@Controller()
export class RedWorksiteRegisterController {
  constructor(
    private readonly access: Access,
    private readonly worksites: RedWorksitesQuery,
  ) {}

  @OnQuery(RedWorksites)
  async answer(query: RedWorksites, sender: Sender): Promise<RedWorksitesAnswer> {
    await this.access.check(sender, { roles: queryContract(RedWorksites).roles, units: [query.organization] });
    return this.worksites.answer(query, sender);
  }
}
