import { RecordResourceSharing, WithdrawResourceSharing } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { ResourceSharingHandling } from './resource-sharing.aggregate';
import type { SharingUnit } from './resource-sharing.decider';

/** Commands on what projects of a district share. Where they stand is asked of the directory. */
@Controller()
export class ResourceSharingController {
  constructor(
    private readonly sharings: ResourceSharingHandling,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(RecordResourceSharing)
  async record(data: RecordResourceSharing, sender: Sender) {
    await this.directory.catchUp();
    const units = new Map<string, SharingUnit>();
    for (const unitId of [data.fromProjectId, data.toProjectId]) {
      const unit = this.directory.unit(unitId);
      if (unit) units.set(unitId, { kind: unit.kind, districtIds: this.districtsAbove(unitId) });
    }
    return this.sharings.handle(data.sharingId, { type: 'RecordResourceSharing', data, units }, sender);
  }

  @OnCommand(WithdrawResourceSharing)
  withdraw(data: WithdrawResourceSharing, sender: Sender) {
    return this.sharings.handle(data.sharingId, { type: 'WithdrawResourceSharing', data }, sender);
  }

  private districtsAbove(unitId: string): string[] {
    return this.directory.ancestors(unitId).filter((id) => this.directory.unit(id)?.kind === 'projectDistrict');
  }
}
