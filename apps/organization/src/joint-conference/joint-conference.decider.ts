import type {
  EstablishJointConference,
  JointConferenceEstablished,
  JointConferenceEvent,
  JointConferenceMet,
  RecordJointMeeting,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';

export interface NotEstablished {
  stage: 'notEstablished';
}

export interface Standing {
  stage: 'standing';
  established: JointConferenceEstablished;
  meetings: ReadonlyMap<string, JointConferenceMet>;
}

export type JointConferenceState = NotEstablished | Standing;

/** The commands; to establish one, with the named units that do not exist. */
export type JointConferenceWish =
  | { type: 'EstablishJointConference'; data: EstablishJointConference; unknownUnitIds: readonly string[] }
  | { type: 'RecordJointMeeting'; data: RecordJointMeeting };

/** The rules of the joint conference of a government and its trade union, which meets at least once a year (HM-04d). */
export const jointConference: Decider<JointConferenceWish, JointConferenceEvent, JointConferenceState> = {
  initialState: { stage: 'notEstablished' },

  evolve(state, event) {
    switch (event.type) {
      case 'JointConferenceEstablished':
        return { stage: 'standing', established: event.data, meetings: new Map() };
      case 'JointConferenceMet': {
        const standing = state as Standing;
        return { ...standing, meetings: new Map(standing.meetings).set(event.data.meetingId, event.data) };
      }
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    switch (wish.type) {
      case 'EstablishJointConference':
        return establish(wish.data, wish.unknownUnitIds, state, moment);
      case 'RecordJointMeeting':
        return recordMeeting(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const jointConferenceRefusals = {
  'organization.jointConference.unknown': { zh: '没有这个联席会议', en: 'There is no such joint conference.' },
  'organization.jointConference.alreadyEstablished': {
    zh: '该编号的联席会议已经建立，内容不同',
    en: 'A joint conference with this id was established already, with other content.',
  },
  'organization.jointConference.unitUnknown': { zh: '没有组织单元 {unitId}', en: 'There is no unit {unitId}.' },
  'organization.jointConference.needsTwoSides': {
    zh: '政府一方和工会一方须为不同单位',
    en: 'The government’s side and the trade union’s side must be two units.',
  },
  'organization.jointConference.sideAbsent': {
    zh: '单位 {unitId} 未到会，政府和工会双方都须到会',
    en: 'Unit {unitId} did not attend; both sides must.',
  },
  'organization.jointConference.meetingToldOtherwise': {
    zh: '该编号的会议已登记，内容不同',
    en: 'A meeting with this id was recorded already, with other content.',
  },
  'organization.jointConference.beforeEstablishment': {
    zh: '会议日期早于联席会议建立日 {establishedOn}',
    en: 'The meeting is before the conference was established on {establishedOn}.',
  },
  'organization.jointConference.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
} as const satisfies Record<`organization.jointConference.${string}`, Bilingual>;

const refuse: RefuseOf<typeof jointConferenceRefusals> = refuseWith(jointConferenceRefusals);

function establish(
  data: EstablishJointConference,
  [unitId]: readonly string[],
  state: JointConferenceState,
  moment: Moment,
): JointConferenceEvent[] {
  if (state.stage === 'standing') {
    return sameContent(data, state.established) ? [] : refuse('organization.jointConference.alreadyEstablished');
  }
  notInFuture(data.establishedOn, moment);
  if (data.governmentUnitId === data.unionUnitId) refuse('organization.jointConference.needsTwoSides');
  if (unitId !== undefined) refuse('organization.jointConference.unitUnknown', { unitId });
  const { jointConferenceId, name, governmentUnitId, unionUnitId, memberUnitIds, establishedOn } = data;
  return [
    {
      type: 'JointConferenceEstablished',
      data: { jointConferenceId, name, governmentUnitId, unionUnitId, memberUnitIds, establishedOn },
    },
  ];
}

function recordMeeting(data: RecordJointMeeting, state: JointConferenceState, moment: Moment): JointConferenceEvent[] {
  if (state.stage === 'notEstablished') return refuse('organization.jointConference.unknown');
  const known = state.meetings.get(data.meetingId);
  if (known) return sameContent(data, known) ? [] : refuse('organization.jointConference.meetingToldOtherwise');
  const { jointConferenceId, meetingId, agenda, attendingUnitIds, minutes, resolutions, heldOn } = data;
  const { governmentUnitId, unionUnitId, establishedOn } = state.established;
  notInFuture(heldOn, moment);
  if (heldOn < establishedOn) refuse('organization.jointConference.beforeEstablishment', { establishedOn });
  for (const unitId of [governmentUnitId, unionUnitId]) {
    if (!attendingUnitIds.includes(unitId)) refuse('organization.jointConference.sideAbsent', { unitId });
  }
  return [
    {
      type: 'JointConferenceMet',
      data: { jointConferenceId, meetingId, agenda, attendingUnitIds, minutes, resolutions, heldOn },
    },
  ];
}

function notInFuture(on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.jointConference.dayInFuture', { on });
}
