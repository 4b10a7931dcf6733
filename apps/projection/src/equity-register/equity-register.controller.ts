import { EquityRelations, type EquityRelationsAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { EquityRelationsQuery } from './equity-relations.query';

@Controller()
export class EquityRegisterController {
  constructor(
    private readonly access: Access,
    private readonly relations: EquityRelationsQuery,
  ) {}

  @OnQuery(EquityRelations)
  async answer(query: EquityRelations, sender: Sender): Promise<EquityRelationsAnswer> {
    await this.access.check(sender, { roles: queryContract(EquityRelations).roles, units: [query.organization] });
    return this.relations.answer(query, sender);
  }
}
