import {
  MassOrganizationList,
  type MassOrganizationListAnswer,
  queryContract,
  UnionCoverage,
  type UnionCoverageAnswer,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { MassOrganizationsQuery } from './mass-organizations.query';
import { UnionCoverageQuery } from './union-coverage.query';

@Controller()
export class MassOrganizationRegisterController {
  constructor(
    private readonly access: Access,
    private readonly massOrganizations: MassOrganizationsQuery,
    private readonly coverage: UnionCoverageQuery,
  ) {}

  @OnQuery(MassOrganizationList)
  async list(query: MassOrganizationList, sender: Sender): Promise<MassOrganizationListAnswer> {
    await this.access.check(sender, {
      roles: queryContract(MassOrganizationList).roles,
      units: [query.organization],
    });
    return this.massOrganizations.answer(query, sender);
  }

  @OnQuery(UnionCoverage)
  async covered(query: UnionCoverage, sender: Sender): Promise<UnionCoverageAnswer> {
    await this.access.check(sender, { roles: queryContract(UnionCoverage).roles, units: [query.organization] });
    return this.coverage.answer(query, sender);
  }
}
