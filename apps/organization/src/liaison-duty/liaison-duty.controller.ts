import { dutyTasksOf, ReportLiaisonDuty } from '@gongyou/contracts';
import { periodRange } from '@gongyou/domain';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LiaisonOfficerHandling } from '../liaison-officer/liaison-officer.aggregate';
import { serviceRecordOf } from '../liaison-officer/service-record';
import { LiaisonRoleDefinitionLookup } from '../liaison-role-definition/liaison-role-definition.lookup';
import { dutiesId, LiaisonDutyHandling } from './liaison-duty.aggregate';
import type { DutyCircumstances } from './liaison-duty.decider';

/** Commands on the duties of officers. */
@Controller()
export class LiaisonDutyController {
  constructor(
    private readonly duties: LiaisonDutyHandling,
    private readonly officers: LiaisonOfficerHandling,
    private readonly definitions: LiaisonRoleDefinitionLookup,
  ) {}

  @OnCommand(ReportLiaisonDuty)
  async report(data: ReportLiaisonDuty, sender: Sender) {
    const circumstances = await this.circumstancesOf(data);
    const id = dutiesId(data.officerId, periodRange(data.period).from);
    return this.duties.handle(id, { type: 'ReportLiaisonDuty', data, circumstances }, sender);
  }

  private async circumstancesOf({ officerId, period }: ReportLiaisonDuty): Promise<DutyCircumstances> {
    const service = serviceRecordOf((await this.officers.state(officerId)).state);
    if (!service) return { postUnitId: null, tasks: [] };
    const definitions = await this.definitions.history(service.unitId, service.level);
    return { postUnitId: service.unitId, tasks: dutyTasksOf(service, definitions, periodRange(period)) };
  }
}
