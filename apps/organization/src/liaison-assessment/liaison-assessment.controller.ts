import { JudgeLiaisonYear, ReportLiaisonYear } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LiaisonOfficerHandling } from '../liaison-officer/liaison-officer.aggregate';
import { serviceRecordOf } from '../liaison-officer/service-record';
import { LiaisonRoleDefinitionLookup } from '../liaison-role-definition/liaison-role-definition.lookup';
import { assessmentId, LiaisonAssessmentHandling } from './liaison-assessment.aggregate';
import type { AssessmentCircumstances } from './liaison-assessment.decider';

/** Commands on yearly assessments. */
@Controller()
export class LiaisonAssessmentController {
  constructor(
    private readonly assessments: LiaisonAssessmentHandling,
    private readonly officers: LiaisonOfficerHandling,
    private readonly definitions: LiaisonRoleDefinitionLookup,
  ) {}

  @OnCommand(ReportLiaisonYear)
  async report(data: ReportLiaisonYear, sender: Sender) {
    const circumstances = await this.circumstancesOf(data);
    const id = assessmentId(data.officerId, data.year);
    return this.assessments.handle(id, { type: 'ReportLiaisonYear', data, circumstances }, sender);
  }

  @OnCommand(JudgeLiaisonYear)
  async judge(data: JudgeLiaisonYear, sender: Sender) {
    const circumstances = await this.circumstancesOf(data);
    const id = assessmentId(data.officerId, data.year);
    return this.assessments.handle(id, { type: 'JudgeLiaisonYear', data, circumstances }, sender);
  }

  private async circumstancesOf({
    officerId,
    year,
  }: Pick<ReportLiaisonYear, 'officerId' | 'year'>): Promise<AssessmentCircumstances> {
    const service = serviceRecordOf((await this.officers.state(officerId)).state);
    const definition = service && (await this.definitions.find(service.unitId, service.level, day(`${year}-12-31`)));
    return { service, role: definition?.role };
  }
}
