import { queryContract, UnionAlerts, type UnionAlertsAnswer } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { UnionAlertsQuery } from './union-alerts.query';

@Controller()
export class UnionAlertsController {
  constructor(
    private readonly access: Access,
    private readonly alerts: UnionAlertsQuery,
  ) {}

  @OnQuery(UnionAlerts)
  async answer(query: UnionAlerts, sender: Sender): Promise<UnionAlertsAnswer> {
    await this.access.check(sender, { roles: queryContract(UnionAlerts).roles, units: [query.organization] });
    return this.alerts.answer(query, sender);
  }
}
