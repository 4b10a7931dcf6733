import {
  type LiaisonAssessmentEvent,
  type LiaisonMeetingEvent,
  type LiaisonNoticeBoardEvent,
  type LiaisonRoleDefinitionEvent,
  type LiaisonWorkLogEvent,
} from '@gongyou/contracts';
import { monthOf } from '@gongyou/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addToRows, upsertRows } from '../database/write-rows';
import type { Projector, Recorded } from '../intake/projector';
import { LiaisonBoardPosting } from './liaison-board.entity';
import { ConcludedLiaisonAssessment, HeldLiaisonMeeting, LiaisonWorkMonth } from './liaison-rhythm.entity';
import { LiaisonRoleDefinitionVersion } from './liaison-role-definition.entity';

type RhythmEvent =
  | LiaisonMeetingEvent
  | LiaisonWorkLogEvent
  | Extract<LiaisonAssessmentEvent, { type: 'LiaisonAssessmentConcluded' }>
  | LiaisonNoticeBoardEvent
  | LiaisonRoleDefinitionEvent;

/** Keeps what liaison work is measured by: definitions, meetings, the sums of the work logs, assessments and postings of boards. */
@Injectable()
export class LiaisonRhythmProjector implements Projector<RhythmEvent> {
  readonly name = 'liaison-rhythm';
  readonly types = [
    'LiaisonMeetingHeld',
    'LiaisonWorkRecorded',
    'LiaisonWorkWithdrawn',
    'LiaisonAssessmentConcluded',
    'LiaisonNoticeBoardPosted',
    'LiaisonRoleDefinitionPublished',
  ] satisfies RhythmEvent['type'][];

  async project(events: readonly Recorded<RhythmEvent>[], tx: EntityManager): Promise<void> {
    const meetings = new Map<string, HeldLiaisonMeeting>();
    const work = new Map<string, LiaisonWorkMonth>();
    const assessments = new Map<string, ConcludedLiaisonAssessment>();
    const postings = new Map<string, LiaisonBoardPosting>();
    const definitions = new Map<string, LiaisonRoleDefinitionVersion>();
    for (const { type, data, position } of events) {
      switch (type) {
        case 'LiaisonMeetingHeld': {
          const { meetingId, districtId, heldOn } = data;
          meetings.set(meetingId, { meetingId, districtId, heldOn });
          break;
        }
        case 'LiaisonWorkRecorded':
          addWork(work, data, 1);
          break;
        case 'LiaisonWorkWithdrawn':
          addWork(work, data, -1);
          break;
        case 'LiaisonAssessmentConcluded':
          assessments.set(`${data.officerId}~${data.year}`, data);
          break;
        case 'LiaisonNoticeBoardPosted':
          postings.set(data.unitId, { unitId: data.unitId, position });
          break;
        case 'LiaisonRoleDefinitionPublished':
          definitions.set(`${data.organizationId}~${data.level}~${data.version}`, data);
          break;
      }
    }
    await upsertRows(tx, HeldLiaisonMeeting, [...meetings.values()]);
    await addToRows(tx, LiaisonWorkMonth, [...work.values()]);
    await upsertRows(tx, ConcludedLiaisonAssessment, [...assessments.values()]);
    await upsertRows(tx, LiaisonBoardPosting, [...postings.values()]);
    await upsertRows(tx, LiaisonRoleDefinitionVersion, [...definitions.values()]);
  }
}

function addWork(work: Map<string, LiaisonWorkMonth>, data: LiaisonWorkLogEvent['data'], sign: 1 | -1): void {
  const { officerId, postUnitId, entry } = data;
  const { activity } = entry;
  const month = monthOf(entry.workedOn);
  const key = [officerId, month, postUnitId, activity].join('~');
  const sum = work.get(key);
  work.set(key, {
    officerId,
    month,
    postUnitId,
    activity,
    entries: (sum?.entries ?? 0) + sign,
    personsPresent: (sum?.personsPresent ?? 0) + sign * entry.personsPresent,
    requestsRaised: (sum?.requestsRaised ?? 0) + sign * entry.requestsRaised,
    mattersOpened: (sum?.mattersOpened ?? 0) + sign * (entry.matterIds.length + (entry.requests?.length ?? 0)),
  });
}
