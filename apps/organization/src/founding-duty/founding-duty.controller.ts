import { PlanPartyFounding, ReportFoundingFacts } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { FoundingDutyHandling } from './founding-duty.aggregate';

/** Commands on the duty to found a Party organization. */
@Controller()
export class FoundingDutyController {
  constructor(
    private readonly duties: FoundingDutyHandling,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(ReportFoundingFacts)
  async report(data: ReportFoundingFacts, sender: Sender) {
    await this.directory.catchUp();
    const unitExists = this.directory.unit(data.unitId)?.closed === false;
    return this.duties.handle(data.unitId, { type: 'ReportFoundingFacts', data, unitExists }, sender);
  }

  @OnCommand(PlanPartyFounding)
  plan(data: PlanPartyFounding, sender: Sender) {
    return this.duties.handle(data.unitId, { type: 'PlanPartyFounding', data }, sender);
  }
}
