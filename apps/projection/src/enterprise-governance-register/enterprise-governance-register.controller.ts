import { EnterpriseGovernance, type EnterpriseGovernanceAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { EnterpriseGovernanceQuery } from './enterprise-governance.query';

@Controller()
export class EnterpriseGovernanceRegisterController {
  constructor(
    private readonly access: Access,
    private readonly governance: EnterpriseGovernanceQuery,
  ) {}

  @OnQuery(EnterpriseGovernance)
  async answer(query: EnterpriseGovernance, sender: Sender): Promise<EnterpriseGovernanceAnswer> {
    await this.access.check(sender, { roles: queryContract(EnterpriseGovernance).roles, units: [query.organization] });
    return this.governance.answer(query, sender);
  }
}
