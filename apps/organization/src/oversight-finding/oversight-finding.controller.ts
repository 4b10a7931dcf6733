import { AnswerOversightFinding, RecordOversightFinding } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { OpenEnterpriseLookup } from '../enterprise-governance/open-enterprise.lookup';
import { OversightFindings } from './oversight-finding.aggregate';

/** Commands on findings of the employees' oversight. */
@Controller()
export class OversightFindingController {
  constructor(
    private readonly findings: OversightFindings,
    private readonly enterprises: OpenEnterpriseLookup,
  ) {}

  @OnCommand(RecordOversightFinding)
  async record(data: RecordOversightFinding, sender: Sender) {
    const isOpenEnterprise = await this.enterprises.isOpen(data.unitId);
    return this.findings.handle(data.findingId, { type: 'RecordOversightFinding', data, isOpenEnterprise }, sender);
  }

  @OnCommand(AnswerOversightFinding)
  answer(data: AnswerOversightFinding, sender: Sender) {
    return this.findings.handle(data.findingId, { type: 'AnswerOversightFinding', data }, sender);
  }
}
