import { RecordLiaisonWork, WithdrawLiaisonWork } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LiaisonOfficerHandling } from '../liaison-officer/liaison-officer.aggregate';
import { serviceRecordOf } from '../liaison-officer/service-record';
import { LiaisonRoleDefinitionLookup } from '../liaison-role-definition/liaison-role-definition.lookup';
import { LiaisonWorkLogHandling, workLogId } from './liaison-work-log.aggregate';
import type { WorkCircumstances } from './liaison-work-log.decider';

/** Commands on the work log. */
@Controller()
export class LiaisonWorkLogController {
  constructor(
    private readonly logs: LiaisonWorkLogHandling,
    private readonly officers: LiaisonOfficerHandling,
    private readonly definitions: LiaisonRoleDefinitionLookup,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(RecordLiaisonWork)
  async record(data: RecordLiaisonWork, sender: Sender) {
    const circumstances = await this.circumstancesOf(data);
    const id = workLogId(data.officerId, data.entry.workedOn);
    return this.logs.handle(id, { type: 'RecordLiaisonWork', data, circumstances }, sender);
  }

  @OnCommand(WithdrawLiaisonWork)
  withdraw(data: WithdrawLiaisonWork, sender: Sender) {
    return this.logs.handle(workLogId(data.officerId, data.workedOn), { type: 'WithdrawLiaisonWork', data }, sender);
  }

  private async circumstancesOf({ officerId, entry }: RecordLiaisonWork): Promise<WorkCircumstances> {
    const service = serviceRecordOf((await this.officers.state(officerId)).state);
    const unit = await this.directory.findUnit(entry.unitId);
    const unitIds = unit ? [unit.unitId, ...this.directory.ancestors(unit.unitId)] : [];
    const definition = service && (await this.definitions.find(service.unitId, service.level, entry.workedOn));
    return { service, unitIds, role: definition?.role };
  }
}
