import { DefineInclusionChecklist } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { InclusionChecklistHandling } from './inclusion-checklist.aggregate';

/** Commands on the checklists of six inclusions. */
@Controller()
export class InclusionChecklistController {
  constructor(
    private readonly checklists: InclusionChecklistHandling,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(DefineInclusionChecklist)
  async define(data: DefineInclusionChecklist, sender: Sender) {
    await this.directory.catchUp();
    const unitOpen = this.directory.unit(data.unitId)?.closed === false;
    return this.checklists.handle(data.unitId, { type: 'DefineInclusionChecklist', data, unitOpen }, sender);
  }
}
