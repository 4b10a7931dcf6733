import { SetLiaisonParticipationDuty } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LiaisonParticipationDuties } from './liaison-participation-duty.aggregate';

/** Commands on the duty to let a liaison officer take part. */
@Controller()
export class LiaisonParticipationDutyController {
  constructor(private readonly duties: LiaisonParticipationDuties) {}

  @OnCommand(SetLiaisonParticipationDuty)
  set(data: SetLiaisonParticipationDuty, sender: Sender) {
    return this.duties.handle(data.unitId, { type: 'SetLiaisonParticipationDuty', data }, sender);
  }
}
