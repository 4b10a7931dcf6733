import {
  EnrolRedWorksite,
  FillRedWorksiteEntry,
  PassRedWorksiteEntry,
  SendBackRedWorksiteEntry,
  WithdrawRedWorksiteEnrolment,
} from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { RedWorksites } from './red-worksite.aggregate';

/** Commands on Red Worksites. */
@Controller()
export class RedWorksiteController {
  constructor(
    private readonly worksites: RedWorksites,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(EnrolRedWorksite)
  async enrol(data: EnrolRedWorksite, sender: Sender) {
    await this.directory.catchUp();
    const unit = this.directory.unit(data.unitId);
    const isOpenProject = unit?.kind === 'project' && !unit.closed;
    return this.worksites.handle(data.unitId, { type: 'EnrolRedWorksite', data, isOpenProject }, sender);
  }

  @OnCommand(FillRedWorksiteEntry)
  fillEntry(data: FillRedWorksiteEntry, sender: Sender) {
    return this.worksites.handle(data.unitId, { type: 'FillRedWorksiteEntry', data }, sender);
  }

  @OnCommand(PassRedWorksiteEntry)
  passEntry(data: PassRedWorksiteEntry, sender: Sender) {
    return this.worksites.handle(data.unitId, { type: 'PassRedWorksiteEntry', data }, sender);
  }

  @OnCommand(SendBackRedWorksiteEntry)
  sendBackEntry(data: SendBackRedWorksiteEntry, sender: Sender) {
    return this.worksites.handle(data.unitId, { type: 'SendBackRedWorksiteEntry', data }, sender);
  }

  @OnCommand(WithdrawRedWorksiteEnrolment)
  withdrawEnrolment(data: WithdrawRedWorksiteEnrolment, sender: Sender) {
    return this.worksites.handle(data.unitId, { type: 'WithdrawRedWorksiteEnrolment', data }, sender);
  }
}
