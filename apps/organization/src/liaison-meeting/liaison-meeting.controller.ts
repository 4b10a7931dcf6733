import { RecordLiaisonMeeting } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LiaisonOfficerHandling } from '../liaison-officer/liaison-officer.aggregate';
import { serviceRecordOf } from '../liaison-officer/service-record';
import { LiaisonMeetingHandling } from './liaison-meeting.aggregate';
import type { OfficerAtMeeting } from './liaison-meeting.decider';

/** Commands on district meetings. Who is named by a meeting is looked up here, each officer in his own stream. */
@Controller()
export class LiaisonMeetingController {
  constructor(
    private readonly meetings: LiaisonMeetingHandling,
    private readonly officers: LiaisonOfficerHandling,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(RecordLiaisonMeeting)
  async record(data: RecordLiaisonMeeting, sender: Sender) {
    const officers = await this.find([data.convenerId, ...data.presentIds, ...data.absentIds]);
    return this.meetings.handle(data.meetingId, { type: 'RecordLiaisonMeeting', data, officers }, sender);
  }

  private async find(officerIds: readonly string[]): Promise<Map<string, OfficerAtMeeting>> {
    await this.directory.catchUp();
    const found = await Promise.all(
      [...new Set(officerIds)].map(async (officerId) => {
        const service = serviceRecordOf((await this.officers.state(officerId)).state);
        return service && ([officerId, { service, ancestorIds: this.directory.ancestors(service.unitId) }] as const);
      }),
    );
    return new Map(found.filter((each) => each !== undefined));
  }
}
