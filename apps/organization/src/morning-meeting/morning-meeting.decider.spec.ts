import { type MorningMeetingEvent, morningMeetingIdOf, type RecordMorningMeeting } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import type { CrewLife } from '../crew/crew-life';
import { morningMeeting, type MorningMeetingWish } from './morning-meeting.decider';

const given = specify(morningMeeting);
const day = (text: string) => text as Day;
const TODAY = day('2026-11-20');
const TOMORROW = day('2026-11-21');

const meeting: RecordMorningMeeting = {
  unitId: 'rebar-crew',
  heldOn: TODAY,
  shift: 'day',
  place: '3 号墩',
  presentCount: 2,
  attendeeIds: ['wang', 'li'],
  topics: ['点名', '当日任务'],
  risks: ['临边坠落'],
  minutes: 12,
  evidence: [{ fileName: '合影.jpg', sha256: 'ab'.repeat(32) }],
};
const standing: CrewLife = { formedOn: day('2026-03-01'), dissolvedOn: null };

const record = (change: Partial<RecordMorningMeeting> = {}, crew: CrewLife | undefined = standing) =>
  ({ type: 'RecordMorningMeeting', data: { ...meeting, ...change }, crew }) satisfies MorningMeetingWish;
const held = (change: Partial<RecordMorningMeeting> = {}): MorningMeetingEvent => ({
  type: 'MorningMeetingHeld',
  data: { ...meeting, ...change },
});
const correction = (change: Partial<RecordMorningMeeting>, correctedOn = TODAY) => ({
  ...meeting,
  ...change,
  reason: '误记',
  correctedOn,
});
const correct = (...how: Parameters<typeof correction>): MorningMeetingWish => ({
  type: 'CorrectMorningMeeting',
  data: correction(...how),
});
const corrected = (...how: Parameters<typeof correction>): MorningMeetingEvent => ({
  type: 'MorningMeetingCorrected',
  data: correction(...how),
});

describe('A morning meeting', () => {
  it('is recorded with crew, day, place, those present, topics and risks (HS-08, HS-09)', () =>
    given().when(record()).then(held()));
  it('can count heads without naming them', () => {
    const { attendeeIds: _attendeeIds, ...counted } = meeting;
    given()
      .when({ type: 'RecordMorningMeeting', data: counted, crew: standing })
      .then({ type: 'MorningMeetingHeld', data: counted });
  });
  it('has one stream for each crew, day and shift', () =>
    expect([morningMeetingIdOf(meeting), morningMeetingIdOf({ ...meeting, shift: 'night' })]).toEqual([
      'rebar-crew~2026-11-20~day',
      'rebar-crew~2026-11-20~night',
    ]));
  it('is recorded once, however often it is told', () => given(held()).when(record()).thenNothing());
  it('refuses other content for the same shift', () =>
    given(held())
      .when(record({ place: '4 号墩' }))
      .thenRefused('organization.morningMeeting.recordedOtherwise'));
  it('cannot be held on a day to come', () =>
    given()
      .when(record({ heldOn: TOMORROW }))
      .thenRefused('organization.morningMeeting.dayInFuture', { on: TOMORROW }));
  it('needs a crew that was formed', () =>
    given()
      .when({ type: 'RecordMorningMeeting', data: meeting })
      .thenRefused('organization.morningMeeting.crewNotFormed'));
  it.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-10-31', true],
    ['2026-11-01', false],
  ])('on %s falls into the life of a crew from 1 March to 31 October: %s', (on, within) => {
    const wish = record({ heldOn: day(on) }, { ...standing, dissolvedOn: day('2026-10-31') });
    if (within)
      given()
        .when(wish)
        .then(held({ heldOn: day(on) }));
    else given().when(wish).thenRefused('organization.morningMeeting.outsideTheCrewsLife', { heldOn: on });
  });
  it.each([
    [['wang'], 1],
    [['wang', 'li', 'zhao'], 3],
    [['wang', 'wang'], 1],
  ])('counts as many as it names: 2 present are not %j (HS-09)', (attendeeIds, attendees) =>
    given()
      .when(record({ attendeeIds }))
      .thenRefused('organization.morningMeeting.attendeesNotCounted', { presentCount: 2, attendees }),
  );

  it('is corrected with a reason; what stood before stays on record', () =>
    given(held())
      .when(correct({ place: '4 号墩' }))
      .then(corrected({ place: '4 号墩' })));
  it('changes nothing by a correction that says what stands', () =>
    given(held(), corrected({ place: '4 号墩' }))
      .when(correct({ place: '4 号墩' }, day('2026-11-19')))
      .thenNothing());
  it('can be corrected on its own day, not before', () =>
    given(held())
      .when(correct({ place: '4 号墩' }, day('2026-11-19')))
      .thenRefused('organization.morningMeeting.correctedBeforeHeld', { heldOn: TODAY }));
  it('has to be recorded before it is corrected', () =>
    given().when(correct({})).thenRefused('organization.morningMeeting.notRecorded'));
});
