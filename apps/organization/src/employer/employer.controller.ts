import { RecordEnterpriseOwnership, ReportHeadcount, ReportUnionContribution } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { Employers } from './employer.aggregate';

/** What employers tell of themselves. */
@Controller()
export class EmployerController {
  constructor(
    private readonly employers: Employers,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(RecordEnterpriseOwnership)
  async recordOwnership(data: RecordEnterpriseOwnership, sender: Sender) {
    const unit = await this.directory.findUnit(data.unitId);
    return this.employers.handle(data.unitId, { type: 'RecordEnterpriseOwnership', data, unit }, sender);
  }

  @OnCommand(ReportHeadcount)
  async reportHeadcount(data: ReportHeadcount, sender: Sender) {
    const unit = await this.directory.findUnit(data.unitId);
    return this.employers.handle(data.unitId, { type: 'ReportHeadcount', data, unit }, sender);
  }

  @OnCommand(ReportUnionContribution)
  async reportContribution(data: ReportUnionContribution, sender: Sender) {
    const unit = await this.directory.findUnit(data.unitId);
    return this.employers.handle(data.unitId, { type: 'ReportUnionContribution', data, unit }, sender);
  }
}
