import {
  EmployeeRights,
  type EmployeeRightsAnswer,
  EmployeeRightsRecords,
  type EmployeeRightsRecordsAnswer,
  FactoryAffairsDisclosures,
  type FactoryAffairsDisclosuresAnswer,
  OpenMatters,
  type OpenMattersAnswer,
  OversightFindings,
  type OversightFindingsAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { DisclosuresQuery } from './disclosures.query';
import { EmployeeRightsQuery } from './employee-rights.query';

@Controller()
export class EmployeeRightsRegisterController {
  constructor(
    private readonly access: Access,
    private readonly rights: EmployeeRightsQuery,
    private readonly disclosures: DisclosuresQuery,
  ) {}

  @OnQuery(EmployeeRights)
  async byEnterprise(query: EmployeeRights, sender: Sender): Promise<EmployeeRightsAnswer> {
    await this.access.check(sender, { roles: queryContract(EmployeeRights).roles, units: [query.organization] });
    return this.rights.byEnterprise(query, sender);
  }

  @OnQuery(EmployeeRightsRecords)
  async records(query: EmployeeRightsRecords, sender: Sender): Promise<EmployeeRightsRecordsAnswer> {
    await this.access.check(sender, { roles: queryContract(EmployeeRightsRecords).roles, units: [query.unit] });
    return this.rights.records(query, sender);
  }

  @OnQuery(FactoryAffairsDisclosures)
  async answerDisclosures(query: FactoryAffairsDisclosures, sender: Sender): Promise<FactoryAffairsDisclosuresAnswer> {
    const { roles } = queryContract(FactoryAffairsDisclosures);
    await this.access.check(sender, { roles, units: [query.organization] });
    return this.disclosures.disclosures(query, sender);
  }

  @OnQuery(OpenMatters)
  async matters(query: OpenMatters, sender: Sender): Promise<OpenMattersAnswer> {
    await this.access.check(sender, { roles: queryContract(OpenMatters).roles, units: [query.organization] });
    return this.disclosures.matters(query, sender);
  }

  @OnQuery(OversightFindings)
  async findings(query: OversightFindings, sender: Sender): Promise<OversightFindingsAnswer> {
    await this.access.check(sender, { roles: queryContract(OversightFindings).roles, units: [query.organization] });
    return this.disclosures.findings(query, sender);
  }
}
