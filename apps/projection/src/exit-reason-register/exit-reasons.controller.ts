import { ExitReasons, type ExitReasonsAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { ExitReasonsQuery } from './exit-reasons.query';

@Controller()
export class ExitReasonsController {
  constructor(
    private readonly access: Access,
    private readonly reasons: ExitReasonsQuery,
  ) {}

  @OnQuery(ExitReasons)
  async answer(query: ExitReasons, sender: Sender): Promise<ExitReasonsAnswer> {
    await this.access.check(sender, { roles: queryContract(ExitReasons).roles, units: [query.organization] });
    return this.reasons.answer(query, sender);
  }
}
