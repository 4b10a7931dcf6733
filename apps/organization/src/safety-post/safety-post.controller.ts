import { AppointSafetyPost, ConfirmHazardRemedy, EndSafetyPost, RecordHazard, RewardHazard } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { SafetyPostHandling } from './safety-post.aggregate';

/** Commands on safety posts and on the hazards that they find. */
@Controller()
export class SafetyPostController {
  constructor(
    private readonly posts: SafetyPostHandling,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(AppointSafetyPost)
  async appoint(data: AppointSafetyPost, sender: Sender) {
    await this.directory.catchUp();
    const unit = this.directory.unit(data.unitId);
    const isOpenCrew = unit?.kind === 'crew' && !unit.closed;
    return this.posts.handle(data.postId, { type: 'AppointSafetyPost', data, isOpenCrew }, sender);
  }

  @OnCommand(EndSafetyPost)
  end(data: EndSafetyPost, sender: Sender) {
    return this.posts.handle(data.postId, { type: 'EndSafetyPost', data }, sender);
  }

  @OnCommand(RecordHazard)
  recordHazard(data: RecordHazard, sender: Sender) {
    return this.posts.handle(data.postId, { type: 'RecordHazard', data }, sender);
  }

  @OnCommand(ConfirmHazardRemedy)
  confirmRemedy(data: ConfirmHazardRemedy, sender: Sender) {
    return this.posts.handle(data.postId, { type: 'ConfirmHazardRemedy', data }, sender);
  }

  @OnCommand(RewardHazard)
  reward(data: RewardHazard, sender: Sender) {
    return this.posts.handle(data.postId, { type: 'RewardHazard', data }, sender);
  }
}
