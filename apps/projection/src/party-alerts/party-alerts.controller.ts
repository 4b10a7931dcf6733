import { PartyAlerts, type PartyAlertsAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyAlertsQuery } from './party-alerts.query';

@Controller()
export class PartyAlertsController {
  constructor(
    private readonly access: Access,
    private readonly alerts: PartyAlertsQuery,
  ) {}

  @OnQuery(PartyAlerts)
  async ofDay(query: PartyAlerts, sender: Sender): Promise<PartyAlertsAnswer> {
    await this.access.check(sender, { roles: queryContract(PartyAlerts).roles, units: [query.organization] });
    return this.alerts.answer(query, sender);
  }
}
