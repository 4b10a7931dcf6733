import type { JointConferenceEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { jointConference, type JointConferenceWish } from './joint-conference.decider';

const given = specify(jointConference);

const body = {
  jointConferenceId: 'haimen',
  name: '联席会议',
  governmentUnitId: 'government',
  unionUnitId: 'union',
  memberUnitIds: [],
  establishedOn: day('2026-03-01'),
};
const establish = (data = body, unknownUnitIds: string[] = []): JointConferenceWish => ({
  type: 'EstablishJointConference',
  data,
  unknownUnitIds,
});
const established: JointConferenceEvent = { type: 'JointConferenceEstablished', data: body };
const meeting = (attendingUnitIds = ['government', 'union'], heldOn = '2026-05-19') => ({
  jointConferenceId: 'haimen',
  meetingId: '2026-1',
  agenda: '欠薪联动处置',
  attendingUnitIds,
  minutes: [{ fileName: '纪要.pdf', sha256: 'a'.repeat(64) }],
  resolutions: [],
  heldOn: day(heldOn),
});
const meet = (...of: Parameters<typeof meeting>): JointConferenceWish => ({
  type: 'RecordJointMeeting',
  data: meeting(...of),
});
const met: JointConferenceEvent = { type: 'JointConferenceMet', data: meeting() };

describe('The joint conference of government and trade union (HM-04d)', () => {
  it('is established once, by two sides that exist', () => {
    given().when(establish()).then(established);
    given(established).when(establish()).thenNothing();
    given()
      .when(establish(body, ['union']))
      .thenRefused('organization.jointConference.unitUnknown', { unitId: 'union' });
    given()
      .when(establish({ ...body, unionUnitId: 'government' }))
      .thenRefused('organization.jointConference.needsTwoSides');
  });
  it('meets when both sides attend', () => {
    given(established).when(meet()).then(met);
    given(established)
      .when(meet(['government', 'human-resources']))
      .thenRefused('organization.jointConference.sideAbsent', { unitId: 'union' });
  });
  it('records a meeting once', () => {
    given(established, met).when(meet()).thenNothing();
    given(established, met)
      .when(meet(['government', 'union', 'other']))
      .thenRefused('organization.jointConference.meetingToldOtherwise');
  });
  it('meets on no day before it was established, nor on one to come', () => {
    given(established)
      .when(meet(undefined, '2026-02-28'))
      .thenRefused('organization.jointConference.beforeEstablishment');
    given(established).when(meet(undefined, '2026-11-21')).thenRefused('organization.jointConference.dayInFuture');
    given().when(meet()).thenRefused('organization.jointConference.unknown');
  });
});
