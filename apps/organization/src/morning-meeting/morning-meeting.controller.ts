import { CorrectMorningMeeting, morningMeetingIdOf, RecordMorningMeeting } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CrewHandling } from '../crew/crew.aggregate';
import { crewLifeOf } from '../crew/crew-life';
import { MorningMeetingHandling } from './morning-meeting.aggregate';

/** Commands on morning meetings. Whether the crew stood on the day is asked of the crew. */
@Controller()
export class MorningMeetingController {
  constructor(
    private readonly meetings: MorningMeetingHandling,
    private readonly crews: CrewHandling,
  ) {}

  @OnCommand(RecordMorningMeeting)
  async record(data: RecordMorningMeeting, sender: Sender) {
    const crew = crewLifeOf((await this.crews.state(data.unitId)).state);
    return this.meetings.handle(morningMeetingIdOf(data), { type: 'RecordMorningMeeting', data, crew }, sender);
  }

  @OnCommand(CorrectMorningMeeting)
  correct(data: CorrectMorningMeeting, sender: Sender) {
    return this.meetings.handle(morningMeetingIdOf(data), { type: 'CorrectMorningMeeting', data }, sender);
  }
}
