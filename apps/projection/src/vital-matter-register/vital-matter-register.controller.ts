import { queryContract, VitalMatterList, type VitalMatterListAnswer } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { VitalMattersQuery } from './vital-matters.query';

@Controller()
export class VitalMatterRegisterController {
  constructor(
    private readonly access: Access,
    private readonly matters: VitalMattersQuery,
  ) {}

  @OnQuery(VitalMatterList)
  async answer(query: VitalMatterList, sender: Sender): Promise<VitalMatterListAnswer> {
    await this.access.check(sender, { roles: queryContract(VitalMatterList).roles, units: [query.organization] });
    return this.matters.answer(query, sender);
  }
}
