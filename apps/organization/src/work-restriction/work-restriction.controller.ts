import { LiftWorkRestriction, SetWorkRestriction } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { WorkRestrictionsOfUnits } from './work-restriction.aggregate';

/** Commands on the work restrictions that a unit sets for its sites. */
@Controller()
export class WorkRestrictionController {
  constructor(private readonly restrictions: WorkRestrictionsOfUnits) {}

  @OnCommand(SetWorkRestriction)
  set(data: SetWorkRestriction, sender: Sender) {
    return this.restrictions.handle(data.organizationId, { type: 'SetWorkRestriction', data }, sender);
  }

  @OnCommand(LiftWorkRestriction)
  lift(data: LiftWorkRestriction, sender: Sender) {
    return this.restrictions.handle(data.organizationId, { type: 'LiftWorkRestriction', data }, sender);
  }
}
