import {
  type ContractClass,
  LiaisonAlerts,
  type LiaisonAlertsAnswer,
  LiaisonCoverage,
  type LiaisonCoverageAnswer,
  LiaisonOfficers,
  type LiaisonOfficersAnswer,
  LiaisonRoleDefinitions,
  type LiaisonRoleDefinitionsAnswer,
  LiaisonWork,
  type LiaisonWorkAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LiaisonAlertsQuery } from './liaison-alerts.query';
import { LiaisonCoverageQuery } from './liaison-coverage.query';
import { LiaisonOfficersQuery } from './liaison-officers.query';
import { LiaisonRoleDefinitionsQuery } from './liaison-role-definitions.query';
import { LiaisonWorkQuery } from './liaison-work.query';

@Controller()
export class LiaisonRegisterController {
  constructor(
    private readonly access: Access,
    private readonly register: LiaisonOfficersQuery,
    private readonly covered: LiaisonCoverageQuery,
    private readonly missed: LiaisonAlertsQuery,
    private readonly done: LiaisonWorkQuery,
    private readonly definitions: LiaisonRoleDefinitionsQuery,
  ) {}

  @OnQuery(LiaisonOfficers)
  async officers(query: LiaisonOfficers, sender: Sender): Promise<LiaisonOfficersAnswer> {
    await this.check(LiaisonOfficers, query, sender);
    return this.register.answer(query, sender);
  }

  @OnQuery(LiaisonCoverage)
  async coverage(query: LiaisonCoverage, sender: Sender): Promise<LiaisonCoverageAnswer> {
    await this.check(LiaisonCoverage, query, sender);
    return this.covered.answer(query, sender);
  }

  @OnQuery(LiaisonAlerts)
  async alerts(query: LiaisonAlerts, sender: Sender): Promise<LiaisonAlertsAnswer> {
    await this.check(LiaisonAlerts, query, sender);
    return this.missed.answer(query, sender);
  }

  @OnQuery(LiaisonWork)
  async work(query: LiaisonWork, sender: Sender): Promise<LiaisonWorkAnswer> {
    await this.check(LiaisonWork, query, sender);
    return this.done.answer(query, sender);
  }

  @OnQuery(LiaisonRoleDefinitions)
  async roleDefinitions(query: LiaisonRoleDefinitions, sender: Sender): Promise<LiaisonRoleDefinitionsAnswer> {
    await this.check(LiaisonRoleDefinitions, query, sender);
    return this.definitions.answer(query, sender);
  }

  private check(contract: ContractClass, { organization }: { organization: string }, sender: Sender): Promise<void> {
    return this.access.check(sender, { roles: queryContract(contract).roles, units: [organization] });
  }
}
