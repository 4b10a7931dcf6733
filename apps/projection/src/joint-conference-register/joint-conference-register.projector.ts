import { type JointConferenceEvent, jointConferenceEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/write-rows';
import type { Projector, Recorded } from '../intake/projector';
import { JointMeeting, RegisteredJointConference } from './joint-conference.entity';

/** Keeps the joint conferences and their meetings. */
@Injectable()
export class JointConferenceRegisterProjector implements Projector<JointConferenceEvent> {
  readonly name = 'joint-conference-register';
  readonly types = Object.keys(jointConferenceEvents);

  async project(events: readonly Recorded<JointConferenceEvent>[], tx: EntityManager): Promise<void> {
    const conferences: RegisteredJointConference[] = [];
    const meetings: JointMeeting[] = [];
    for (const { type, data } of events) {
      if (type === 'JointConferenceEstablished') conferences.push(data);
      else meetings.push({ ...data, resolutions: data.resolutions.length });
    }
    await insertRows(tx, RegisteredJointConference, conferences);
    await insertRows(tx, JointMeeting, meetings);
  }
}
