import type {
  CorrectMorningMeeting,
  MorningMeetingEvent,
  MorningMeetingHeld,
  RecordMorningMeeting,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { type CrewLife, stoodOn } from '../crew/crew-life';

/** Nothing was told of a meeting of this crew before this shift. */
export interface NotHeld {
  stage: 'notHeld';
}

/** The meeting as it stands on record, corrected or not. */
export interface Held {
  stage: 'held';
  record: MorningMeetingHeld;
}

export type MorningMeetingState = NotHeld | Held;

/** The commands, with what must be known of the crew; one that was never formed is `undefined`. */
export type MorningMeetingWish =
  | { type: 'RecordMorningMeeting'; data: RecordMorningMeeting; crew?: CrewLife | undefined }
  | { type: 'CorrectMorningMeeting'; data: CorrectMorningMeeting };

/**
 * The rules of a crew's morning meeting, one before each shift of a day (HS-08, HS-09). The stream is named by crew, day and
 * shift, so that no meeting is counted twice, whoever tells of it.
 */
export const morningMeeting: Decider<MorningMeetingWish, MorningMeetingEvent, MorningMeetingState> = {
  initialState: { stage: 'notHeld' },

  evolve(_state, event) {
    switch (event.type) {
      case 'MorningMeetingHeld':
        return { stage: 'held', record: event.data };
      case 'MorningMeetingCorrected': {
        const { reason: _reason, correctedOn: _correctedOn, ...record } = event.data;
        return { stage: 'held', record };
      }
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    switch (wish.type) {
      case 'RecordMorningMeeting':
        return record(wish, state, moment);
      case 'CorrectMorningMeeting':
        return correct(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const morningMeetingRefusals = {
  'organization.morningMeeting.crewNotFormed': { zh: '班组尚未组建', en: 'The crew was never formed.' },
  'organization.morningMeeting.outsideTheCrewsLife': {
    zh: '{heldOn} 班组尚未组建或已解散',
    en: 'On {heldOn} the crew was not formed yet, or was dissolved.',
  },
  'organization.morningMeeting.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.morningMeeting.recordedOtherwise': {
    zh: '该班次晨会已有内容不同的记录，请更正',
    en: 'The meeting was recorded already, with other content; correct it instead.',
  },
  'organization.morningMeeting.notRecorded': { zh: '该晨会尚未记录', en: 'The meeting was not recorded.' },
  'organization.morningMeeting.correctedBeforeHeld': {
    zh: '更正日早于晨会日期 {heldOn}',
    en: 'It cannot be corrected before it was held on {heldOn}.',
  },
  'organization.morningMeeting.attendeesNotCounted': {
    zh: '到会 {presentCount} 人，名单 {attendees} 人（不重复），两者须一致',
    en: '{presentCount} were counted, and {attendees} different attendees are named; the two must agree.',
  },
} as const satisfies Record<`organization.morningMeeting.${string}`, Bilingual>;

const refuse: RefuseOf<typeof morningMeetingRefusals> = refuseWith(morningMeetingRefusals);

function record(
  { data, crew }: MorningMeetingWish & { type: 'RecordMorningMeeting' },
  state: MorningMeetingState,
  moment: Moment,
): MorningMeetingEvent[] {
  if (state.stage === 'held') {
    return sameContent(data, state.record) ? [] : refuse('organization.morningMeeting.recordedOtherwise');
  }
  const { heldOn } = data;
  notInFuture(heldOn, moment);
  if (!crew) return refuse('organization.morningMeeting.crewNotFormed');
  if (!stoodOn(crew, heldOn)) refuse('organization.morningMeeting.outsideTheCrewsLife', { heldOn });
  requireCounted(data);
  return [{ type: 'MorningMeetingHeld', data: { ...data } }];
}

function correct(data: CorrectMorningMeeting, state: MorningMeetingState, moment: Moment): MorningMeetingEvent[] {
  if (state.stage === 'notHeld') return refuse('organization.morningMeeting.notRecorded');
  const { reason: _reason, correctedOn, ...told } = data;
  if (sameContent(told, state.record)) return [];
  notInFuture(correctedOn, moment);
  const { heldOn } = data;
  if (correctedOn < heldOn) refuse('organization.morningMeeting.correctedBeforeHeld', { heldOn });
  requireCounted(data);
  return [{ type: 'MorningMeetingCorrected', data: { ...data } }];
}

function requireCounted({ presentCount, attendeeIds }: RecordMorningMeeting): void {
  if (attendeeIds === undefined) return;
  const attendees = new Set(attendeeIds).size;
  if (attendees !== presentCount || attendees !== attendeeIds.length) {
    refuse('organization.morningMeeting.attendeesNotCounted', { presentCount, attendees });
  }
}

function notInFuture(on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.morningMeeting.dayInFuture', { on });
}
