import { queryContract, ResourceSharings, type ResourceSharingsAnswer } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { ResourceSharingsQuery } from './resource-sharings.query';

@Controller()
export class ResourceSharingRegisterController {
  constructor(
    private readonly access: Access,
    private readonly sharings: ResourceSharingsQuery,
  ) {}

  @OnQuery(ResourceSharings)
  async answer(query: ResourceSharings, sender: Sender): Promise<ResourceSharingsAnswer> {
    await this.access.check(sender, { roles: queryContract(ResourceSharings).roles, units: [query.organization] });
    return this.sharings.answer(query, sender);
  }
}
