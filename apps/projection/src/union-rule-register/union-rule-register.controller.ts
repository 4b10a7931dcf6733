import {
  queryContract,
  UnionAdmissionRulesOfUnit,
  type UnionAdmissionRulesOfUnitAnswer,
  UnitsWithoutPostingRule,
  type UnitsWithoutPostingRuleAnswer,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { UnionRulesQuery } from './union-rules.query';

@Controller()
export class UnionRuleRegisterController {
  constructor(
    private readonly access: Access,
    private readonly rules: UnionRulesQuery,
  ) {}

  @OnQuery(UnionAdmissionRulesOfUnit)
  async admissionRules(query: UnionAdmissionRulesOfUnit, sender: Sender): Promise<UnionAdmissionRulesOfUnitAnswer> {
    const { roles } = queryContract(UnionAdmissionRulesOfUnit);
    await this.access.check(sender, { roles, units: [query.organization] });
    return this.rules.admissionRules(query, sender);
  }

  @OnQuery(UnitsWithoutPostingRule)
  async withoutPostingRule(query: UnitsWithoutPostingRule, sender: Sender): Promise<UnitsWithoutPostingRuleAnswer> {
    const { roles } = queryContract(UnitsWithoutPostingRule);
    await this.access.check(sender, { roles, units: [query.organization] });
    return this.rules.unitsWithoutPostingRule(query, sender);
  }
}
