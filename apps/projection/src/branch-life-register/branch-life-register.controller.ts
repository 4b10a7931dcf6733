import { BranchLife, type BranchLifeAnswer, partyFileReaders, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { BranchLifeQuery } from './branch-life.query';

@Controller()
export class BranchLifeRegisterController {
  constructor(
    private readonly access: Access,
    private readonly branchLife: BranchLifeQuery,
  ) {}

  @OnQuery(BranchLife)
  async ledger(query: BranchLife, sender: Sender): Promise<BranchLifeAnswer> {
    await this.access.check(sender, { roles: queryContract(BranchLife).roles, units: [query.organization] });
    const lecturerIds = await this.access.allows(sender, { roles: partyFileReaders, units: [query.organization] });
    return this.branchLife.answer(query, sender, { lecturerIds });
  }
}
