import { RecordLiaisonWork, WithdrawLiaisonWork } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LiaisonOfficerHandling } from '../liaison-officer/liaison-officer.aggregate';
import { serviceRecordOf } from '../liaison-officer/service-record';
import { LiaisonRoleDefinitionLookup } from '../liaison-role-definition/liaison-role-definition.lookup';
import { MatterGroundLookup } from '../matter/matter-ground.lookup';
import { LiaisonWorkLogHandling, workLogId } from './liaison-work-log.aggregate';
import type { WorkCircumstances } from './liaison-work-log.decider';
import { heldPost, type SubordinatePost } from './subordinate';

/** Commands on the work log. */
@Controller()
export class LiaisonWorkLogController {
  constructor(
    private readonly logs: LiaisonWorkLogHandling,
    private readonly officers: LiaisonOfficerHandling,
    private readonly definitions: LiaisonRoleDefinitionLookup,
    private readonly directory: OrganizationDirectory,
    private readonly grounds: MatterGroundLookup,
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
    const unitIds = await this.withAbove(entry.unitId);
    const definition = service && (await this.definitions.find(service.unitId, service.level, entry.workedOn));
    const requestGround = await this.grounds.findForRequests(entry.requests ?? [], entry.unitId, entry.workedOn);
    const subordinate = await this.subordinate(entry.subordinateId);
    return { service, unitIds, role: definition?.role, requestGround, subordinate };
  }

  private async subordinate(officerId: string | undefined): Promise<SubordinatePost | undefined> {
    const post = officerId === undefined ? undefined : heldPost((await this.officers.state(officerId)).state);
    return post && { level: post.level, unitIds: await this.withAbove(post.unitId) };
  }

  /** A unit and those above it; empty when there is no such unit. */
  private async withAbove(unitId: string): Promise<string[]> {
    const unit = await this.directory.findUnit(unitId);
    return unit ? [unit.unitId, ...this.directory.ancestors(unit.unitId)] : [];
  }
}
