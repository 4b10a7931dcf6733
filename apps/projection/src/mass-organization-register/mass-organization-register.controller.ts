import {
  EnterpriseCoverage,
  type EnterpriseCoverageAnswer,
  MassOrganizationList,
  type MassOrganizationListAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { EnterpriseCoverageQuery } from './enterprise-coverage.query';
import { MassOrganizationsQuery } from './mass-organizations.query';

@Controller()
export class MassOrganizationRegisterController {
  constructor(
    private readonly access: Access,
    private readonly massOrganizations: MassOrganizationsQuery,
    private readonly coverage: EnterpriseCoverageQuery,
  ) {}

  @OnQuery(MassOrganizationList)
  async list(query: MassOrganizationList, sender: Sender): Promise<MassOrganizationListAnswer> {
    await this.access.check(sender, {
      roles: queryContract(MassOrganizationList).roles,
      units: [query.organization],
    });
    return this.massOrganizations.answer(query, sender);
  }

  @OnQuery(EnterpriseCoverage)
  async covered(query: EnterpriseCoverage, sender: Sender): Promise<EnterpriseCoverageAnswer> {
    await this.access.check(sender, { roles: queryContract(EnterpriseCoverage).roles, units: [query.organization] });
    return this.coverage.answer(query, sender);
  }
}
