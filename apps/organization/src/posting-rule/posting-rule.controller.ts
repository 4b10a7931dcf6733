import { IssuePostingRule, RepealPostingRule } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PostingRules } from './posting-rule.aggregate';

/** Commands on units' rules for workers' posts in mass organizations. */
@Controller()
export class PostingRuleController {
  constructor(
    private readonly rules: PostingRules,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(IssuePostingRule)
  async issue(data: IssuePostingRule, sender: Sender) {
    const unitIsOpen = await this.isOpen(data.unitId);
    return this.rules.handle(data.unitId, { type: 'IssuePostingRule', data, unitIsOpen }, sender);
  }

  @OnCommand(RepealPostingRule)
  async repeal(data: RepealPostingRule, sender: Sender) {
    const unitIsOpen = await this.isOpen(data.unitId);
    return this.rules.handle(data.unitId, { type: 'RepealPostingRule', data, unitIsOpen }, sender);
  }

  private async isOpen(unitId: string): Promise<boolean> {
    return (await this.directory.findUnit(unitId))?.closed === false;
  }
}
