import {
  BringVitalMatterIntoForce,
  CoverVitalMatter,
  ReportUnresolvedVitalMatter,
  RevokeVitalMatter,
} from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { Congresses } from '../congress/congress.aggregate';
import { decisionOf } from '../congress/congress.decider';
import { VitalMatters } from './vital-matter.aggregate';

/** Commands on matters of vital interest. What the congress resolved is looked up in its own stream. */
@Controller()
export class VitalMatterController {
  constructor(
    private readonly matters: VitalMatters,
    private readonly congresses: Congresses,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(BringVitalMatterIntoForce)
  async bringIntoForce(data: BringVitalMatterIntoForce, sender: Sender) {
    const decision = await this.decision(data);
    return this.matters.handle(data.matterId, { type: 'BringVitalMatterIntoForce', data, decision }, sender);
  }

  @OnCommand(ReportUnresolvedVitalMatter)
  async report(data: ReportUnresolvedVitalMatter, sender: Sender) {
    const unitIsKnown = (await this.directory.findUnit(data.unitId)) !== undefined;
    return this.matters.handle(data.matterId, { type: 'ReportUnresolvedVitalMatter', data, unitIsKnown }, sender);
  }

  @OnCommand(CoverVitalMatter)
  async cover(data: CoverVitalMatter, sender: Sender) {
    const decision = await this.decision(data);
    return this.matters.handle(data.matterId, { type: 'CoverVitalMatter', data, decision }, sender);
  }

  @OnCommand(RevokeVitalMatter)
  revoke(data: RevokeVitalMatter, sender: Sender) {
    return this.matters.handle(data.matterId, { type: 'RevokeVitalMatter', data }, sender);
  }

  private async decision({ congressId, resolutionId }: { congressId: string; resolutionId: string }) {
    return decisionOf((await this.congresses.state(congressId)).state, resolutionId);
  }
}
