import {
  CongressList,
  type CongressListAnswer,
  CongressResolutions,
  type CongressResolutionsAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CongressesQuery } from './congresses.query';

@Controller()
export class CongressRegisterController {
  constructor(
    private readonly access: Access,
    private readonly congresses: CongressesQuery,
  ) {}

  @OnQuery(CongressList)
  async list(query: CongressList, sender: Sender): Promise<CongressListAnswer> {
    await this.access.check(sender, { roles: queryContract(CongressList).roles, units: [query.organization] });
    return this.congresses.congresses(query, sender);
  }

  @OnQuery(CongressResolutions)
  async resolutions(query: CongressResolutions, sender: Sender): Promise<CongressResolutionsAnswer> {
    await this.access.check(sender, { roles: queryContract(CongressResolutions).roles, units: [query.organization] });
    return this.congresses.resolutions(query, sender);
  }
}
