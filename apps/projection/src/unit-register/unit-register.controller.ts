import { queryContract, Units, type UnitsAnswer } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { UnitsQuery } from './units.query';

@Controller()
export class UnitRegisterController {
  constructor(
    private readonly access: Access,
    private readonly units: UnitsQuery,
  ) {}

  @OnQuery(Units)
  async answer(query: Units, sender: Sender): Promise<UnitsAnswer> {
    await this.access.check(sender, { roles: queryContract(Units).roles, units: [query.organization] });
    return this.units.answer(query, sender);
  }
}
