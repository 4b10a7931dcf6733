import type { LiaisonLevel, LiaisonMeetingEvent, RecordLiaisonMeeting } from '@gongyou/contracts';
import { type Day, day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { liaisonMeeting, type OfficerAtMeeting } from './liaison-meeting.decider';

const given = specify(liaisonMeeting);

const officer = (level: LiaisonLevel, unitId: string, onDutyFrom: string, endsOn?: string): OfficerAtMeeting => ({
  service: {
    level,
    unitId,
    managingUnitIds: [],
    onDutyFrom: day(onDutyFrom),
    endsOn: endsOn === undefined ? null : day(endsOn),
  },
  ancestorIds: unitId === 'district' ? ['company'] : ['district', 'company'],
});
const officers = new Map([
  ['d1', officer('district', 'district', '2026-03-01')],
  ['p1', officer('project', 'project-1', '2026-03-01')],
  ['p2', officer('project', 'project-2', '2026-06-18', '2026-06-18')],
  ['p3', { ...officer('project', 'project-3', '2026-03-01'), ancestorIds: ['other-district', 'company'] }],
  ['c1', officer('crew', 'crew-1', '2026-03-01')],
]);
const meeting: RecordLiaisonMeeting = {
  meetingId: 'm1',
  districtId: 'district',
  convenerId: 'd1',
  heldOn: day('2026-06-18'),
  agenda: [{ text: '对比各项目劳务管理情况' }],
  presentIds: ['p1'],
  absentIds: ['p2'],
  tasks: [{ text: '完成联络员岗前培训', officerId: 'p1' }],
  minutes: { fileName: '纪要.pdf', sha256: 'ab'.repeat(32) },
};
const held = (other: Partial<RecordLiaisonMeeting> = {}): LiaisonMeetingEvent => ({
  type: 'LiaisonMeetingHeld',
  data: { ...meeting, ...other },
});
const record = (other: Partial<RecordLiaisonMeeting> = {}) => ({
  type: 'RecordLiaisonMeeting' as const,
  data: { ...meeting, ...other },
  officers,
});

describe('A district meeting', () => {
  it('is recorded with agenda, attendance, tasks and minutes (JX-20)', () => given().when(record()).then(held()));
  it('is recorded once', () => {
    given(held()).when(record()).thenNothing();
    given(held())
      .when(record({ absentIds: [] }))
      .thenRefused('organization.liaisonMeeting.alreadyRecorded');
  });
  it.each(['p1', 'c1', 'nobody'])('is convened by an officer of the district, not by %s (JX-20)', (convenerId) =>
    given().when(record({ convenerId })).thenRefused('organization.liaisonMeeting.notConvenedByDistrictOfficer'),
  );
  it.each([
    ['p3', 'of another district'],
    ['c1', 'of a crew'],
    ['nobody', 'unknown'],
  ])('is of the project officers of the district: %s is %s (JX-20)', (stranger) =>
    given()
      .when(record({ absentIds: [stranger] }))
      .thenRefused('organization.liaisonMeeting.notProjectOfficer', { officerId: stranger }),
  );
  it('counts an officer whose only day of duty it was, and not the day before or after', () => {
    const on = (heldOn: string) => given().when(record({ heldOn: heldOn as Day, absentIds: ['p2'] }));
    on('2026-06-18').then(held());
    on('2026-06-17').thenRefused('organization.liaisonMeeting.notProjectOfficer', { officerId: 'p2' });
    on('2026-06-19').thenRefused('organization.liaisonMeeting.notProjectOfficer', { officerId: 'p2' });
  });
  it('needs somebody who came', () =>
    given()
      .when(record({ presentIds: [], absentIds: ['p1', 'p2'] }))
      .thenRefused('organization.liaisonMeeting.nobodyCame'));
  it('names nobody twice', () =>
    given()
      .when(record({ absentIds: ['p1'] }))
      .thenRefused('organization.liaisonMeeting.officerRepeated', { officerId: 'p1' }));
  it('gives tasks to those it names and to its convener', () => {
    const byConvener = [{ text: '汇总', officerId: 'd1' }];
    given()
      .when(record({ tasks: byConvener }))
      .then(held({ tasks: byConvener }));
    given()
      .when(record({ absentIds: [], tasks: [{ text: '汇总', officerId: 'p2' }] }))
      .thenRefused('organization.liaisonMeeting.taskForOutsider', { officerId: 'p2' });
  });
  it('is not recorded before it is held', () =>
    given()
      .when(record({ heldOn: day('2026-11-21') }))
      .thenRefused('organization.liaisonMeeting.dayInFuture'));
});
