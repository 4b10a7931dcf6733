import type { JointConferenceList, JointConferenceListAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { JointMeeting, RegisteredJointConference } from './joint-conference.entity';

const PAGE = 100;

/** Joint conferences with a side at or below a unit, in the order of their ids, each with its meetings. */
@Injectable()
export class JointConferencesQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: JointConferenceList, sender: Pick<Sender, 'after'>): Promise<JointConferenceListAnswer> {
    const { organization, cursor = '', limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx
        .createQueryBuilder(RegisteredJointConference, 'each')
        .where('(each.governmentUnitId = ANY(:below) OR each.unionUnitId = ANY(:below))', {
          below: await unitsBelow(tx, organization),
        })
        .andWhere('each.jointConferenceId > :cursor', { cursor })
        .orderBy('each.jointConferenceId')
        .limit(limit + 1)
        .getMany();
      const { rows, nextCursor } = pageOf(found, limit, ({ jointConferenceId }) => jointConferenceId);
      const meetings = await tx
        .createQueryBuilder(JointMeeting, 'meeting')
        .where('meeting.jointConferenceId = ANY(:ids)', { ids: rows.map(({ jointConferenceId }) => jointConferenceId) })
        .orderBy('meeting.heldOn')
        .addOrderBy('meeting.meetingId')
        .getMany();
      const jointConferences = rows.map((row) => ({
        ...row,
        meetings: meetings
          .filter(({ jointConferenceId }) => jointConferenceId === row.jointConferenceId)
          .map(({ meetingId, heldOn, agenda, resolutions }) => ({ meetingId, heldOn, agenda, resolutions })),
      }));
      return { jointConferences, nextCursor, position };
    });
  }
}
