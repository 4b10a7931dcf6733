import { PartyWorkCoverage, type PartyWorkCoverageAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyWorkCoverageQuery } from './party-work-coverage.query';

@Controller()
export class PartyInstructionRegisterController {
  constructor(
    private readonly access: Access,
    private readonly coverage: PartyWorkCoverageQuery,
  ) {}

  @OnQuery(PartyWorkCoverage)
  async covered(query: PartyWorkCoverage, sender: Sender): Promise<PartyWorkCoverageAnswer> {
    await this.access.check(sender, { roles: queryContract(PartyWorkCoverage).roles, units: [query.organization] });
    return this.coverage.answer(query, sender);
  }
}
