import { queryContract, UnitPage, type UnitPageAnswer } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { UnitPageQuery } from './unit-page.query';

@Controller()
export class UnitPageController {
  constructor(
    private readonly access: Access,
    private readonly page: UnitPageQuery,
  ) {}

  @OnQuery(UnitPage)
  async answer(query: UnitPage, sender: Sender): Promise<UnitPageAnswer> {
    await this.access.check(sender, { roles: queryContract(UnitPage).roles, units: [query.unit] });
    return this.page.answer(query.unit, sender);
  }
}
