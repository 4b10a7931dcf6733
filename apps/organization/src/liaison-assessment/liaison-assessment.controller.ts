import { dutyTasksOf, JudgeLiaisonYear, ReportLiaisonYear } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { dutiesId, LiaisonDutyHandling } from '../liaison-duty/liaison-duty.aggregate';
import { dutiesOfYear } from '../liaison-duty/liaison-duty.decider';
import { LiaisonOfficerHandling } from '../liaison-officer/liaison-officer.aggregate';
import { serviceRecordOf } from '../liaison-officer/service-record';
import { definitionInForce } from '../liaison-role-definition/liaison-role-definition.decider';
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
    private readonly duties: LiaisonDutyHandling,
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
    if (!service) return { service, role: undefined, duties: { due: 0, done: 0 } };
    const span = { from: day(`${year}-01-01`), to: day(`${year}-12-31`) };
    const definitions = await this.definitions.history(service.unitId, service.level);
    const { done } = (await this.duties.state(dutiesId(officerId, span.from))).state;
    return {
      service,
      role: definitionInForce({ versions: definitions }, span.to)?.role,
      duties: dutiesOfYear(dutyTasksOf(service, definitions, span), done),
    };
  }
}
