import { ManagerService, type ManagerServiceAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { ManagerServiceQuery } from './manager-service.query';

@Controller()
export class ManagerServiceController {
  constructor(
    private readonly access: Access,
    private readonly service: ManagerServiceQuery,
  ) {}

  @OnQuery(ManagerService)
  async answer(query: ManagerService, sender: Sender): Promise<ManagerServiceAnswer> {
    await this.access.check(sender, { roles: queryContract(ManagerService).roles, units: [query.organization] });
    return this.service.answer(query, sender);
  }
}
