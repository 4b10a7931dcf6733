import { EstablishJointConference, RecordJointMeeting } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { JointConferences } from './joint-conference.aggregate';

/** Commands on the joint conferences of governments and trade unions. */
@Controller()
export class JointConferenceController {
  constructor(
    private readonly conferences: JointConferences,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(EstablishJointConference)
  async establish(data: EstablishJointConference, sender: Sender) {
    await this.directory.catchUp();
    const named = [data.governmentUnitId, data.unionUnitId, ...data.memberUnitIds];
    const unknownUnitIds = named.filter((unitId) => !this.directory.unit(unitId));
    const wish = { type: 'EstablishJointConference', data, unknownUnitIds } as const;
    return this.conferences.handle(data.jointConferenceId, wish, sender);
  }

  @OnCommand(RecordJointMeeting)
  recordMeeting(data: RecordJointMeeting, sender: Sender) {
    return this.conferences.handle(data.jointConferenceId, { type: 'RecordJointMeeting', data }, sender);
  }
}
