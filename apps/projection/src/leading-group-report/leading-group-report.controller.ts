import { type LeadingGroupReportAnswer, LeadingGroupReportQuery, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LeadingGroupReports } from './leading-group-report.query';

@Controller()
export class LeadingGroupReportController {
  constructor(
    private readonly access: Access,
    private readonly reports: LeadingGroupReports,
  ) {}

  @OnQuery(LeadingGroupReportQuery)
  async report(query: LeadingGroupReportQuery, sender: Sender): Promise<LeadingGroupReportAnswer> {
    await this.access.check(sender, {
      roles: queryContract(LeadingGroupReportQuery).roles,
      units: [query.organization],
    });
    return this.reports.report(query, sender);
  }
}
