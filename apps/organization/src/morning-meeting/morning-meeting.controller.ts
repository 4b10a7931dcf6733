import { CorrectMorningMeeting, morningMeetingIdOf, RecordMorningMeeting } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CrewHandling } from '../crew/crew.aggregate';
import { MorningMeetingHandling } from './morning-meeting.aggregate';
import type { MeetingCrew } from './morning-meeting.decider';

/** Commands on morning meetings. Whether the crew stood on the day is asked of the crew. */
@Controller()
export class MorningMeetingController {
  constructor(
    private readonly meetings: MorningMeetingHandling,
    private readonly crews: CrewHandling,
  ) {}

  @OnCommand(RecordMorningMeeting)
  async record(data: RecordMorningMeeting, sender: Sender) {
    const crew = await this.crew(data.unitId);
    return this.meetings.handle(morningMeetingIdOf(data), { type: 'RecordMorningMeeting', data, crew }, sender);
  }

  @OnCommand(CorrectMorningMeeting)
  correct(data: CorrectMorningMeeting, sender: Sender) {
    return this.meetings.handle(morningMeetingIdOf(data), { type: 'CorrectMorningMeeting', data }, sender);
  }

  private async crew(unitId: string): Promise<MeetingCrew | undefined> {
    const { state } = await this.crews.state(unitId);
    if (state.stage === 'notFormed') return undefined;
    return { formedOn: state.formed.formedOn, dissolvedOn: state.stage === 'dissolved' ? state.dissolvedOn : null };
  }
}
