import { CheckLearningPlace, CloseLearningPlace, OpenLearningPlace } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LearningPlaceHandling } from './learning-place.aggregate';

/** Commands on learning places. */
@Controller()
export class LearningPlaceController {
  constructor(
    private readonly places: LearningPlaceHandling,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(OpenLearningPlace)
  async open(data: OpenLearningPlace, sender: Sender) {
    await this.directory.catchUp();
    const unitExists = this.directory.unit(data.unitId)?.closed === false;
    return this.places.handle(data.learningPlaceId, { type: 'OpenLearningPlace', data, unitExists }, sender);
  }

  @OnCommand(CheckLearningPlace)
  check(data: CheckLearningPlace, sender: Sender) {
    return this.places.handle(data.learningPlaceId, { type: 'CheckLearningPlace', data }, sender);
  }

  @OnCommand(CloseLearningPlace)
  close(data: CloseLearningPlace, sender: Sender) {
    return this.places.handle(data.learningPlaceId, { type: 'CloseLearningPlace', data }, sender);
  }
}
