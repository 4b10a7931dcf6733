import {
  PartyCoverage,
  type PartyCoverageAnswer,
  PartyOrganizations,
  type PartyOrganizationsAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyCoverageQuery } from './party-coverage.query';
import { PartyOrganizationsQuery } from './party-organizations.query';

@Controller()
export class PartyOrganizationRegisterController {
  constructor(
    private readonly access: Access,
    private readonly organizations: PartyOrganizationsQuery,
    private readonly coverage: PartyCoverageQuery,
  ) {}

  @OnQuery(PartyOrganizations)
  async list(query: PartyOrganizations, sender: Sender): Promise<PartyOrganizationsAnswer> {
    await this.access.check(sender, { roles: queryContract(PartyOrganizations).roles, units: [query.organization] });
    return this.organizations.answer(query, sender);
  }

  @OnQuery(PartyCoverage)
  async covered(query: PartyCoverage, sender: Sender): Promise<PartyCoverageAnswer> {
    await this.access.check(sender, { roles: queryContract(PartyCoverage).roles, units: [query.organization] });
    return this.coverage.answer(query, sender);
  }
}
