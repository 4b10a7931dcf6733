import {
  type FillRedWorksiteEntry,
  redWorksiteEntries,
  type RedWorksiteEntry,
  type RedWorksiteEvent,
} from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { redWorksite, type RedWorksiteWish } from './red-worksite.decider';

const given = specify(redWorksite);
const refused = (rule: string) => `organization.redWorksite.${rule}`;
const unitId = 'bay-bridge';
const filler = { actor: 'user:filler' };
const enrolment = { unitId, enrolledOn: day('2026-03-01'), dueOn: day('2026-04-30') };
const enrol = (changed: Partial<typeof enrolment> = {}, isOpenProject = true): RedWorksiteWish => ({
  type: 'EnrolRedWorksite',
  data: { ...enrolment, ...changed },
  isOpenProject,
});
const enrolled: RedWorksiteEvent = { type: 'RedWorksiteEnrolled', data: enrolment };
const content = (entry: RedWorksiteEntry, filledOn = '2026-03-15'): FillRedWorksiteEntry => ({
  ...{ unitId, entry, content: '已建立', ...(entry === 'members' && { partyMembers: 14 }) },
  evidence: [{ fileName: '照片.jpg', sha256: 'd'.repeat(64) }],
  filledOn: day(filledOn),
});
const fill = (entry: RedWorksiteEntry, filledOn?: string): RedWorksiteWish => ({
  type: 'FillRedWorksiteEntry',
  data: content(entry, filledOn),
});
const filled = (entry: RedWorksiteEntry, filledOn?: string): RedWorksiteEvent => ({
  type: 'RedWorksiteEntryFilled',
  data: { ...content(entry, filledOn), filledBy: filler.actor },
});
const check = (entry: RedWorksiteEntry, checkedOn = '2026-03-20') => ({ unitId, entry, checkedOn: day(checkedOn) });
const pass = (entry: RedWorksiteEntry, checkedOn?: string): RedWorksiteWish => ({
  type: 'PassRedWorksiteEntry',
  data: check(entry, checkedOn),
});
const passed = (entry: RedWorksiteEntry, checkedOn?: string): RedWorksiteEvent => ({
  type: 'RedWorksiteEntryPassed',
  data: check(entry, checkedOn),
});
const back = { ...check('venue'), reason: '照片不是现场' };
const sendBack: RedWorksiteWish = { type: 'SendBackRedWorksiteEntry', data: back };
const sentBack: RedWorksiteEvent = { type: 'RedWorksiteEntrySentBack', data: back };
const completed = (completedOn: string): RedWorksiteEvent => ({
  type: 'RedWorksiteCreationCompleted',
  data: { unitId, completedOn: day(completedOn) },
});

describe('The creation of a Red Worksite (WZ-19a)', () => {
  it('is opened for an open project, with a due day, once', () => {
    given().when(enrol()).then(enrolled);
    given(enrolled).when(enrol()).thenNothing();
    given(enrolled)
      .when(enrol({ dueOn: day('2026-05-31') }))
      .thenRefused(refused('alreadyEnrolled'));
    given().when(enrol({}, false)).thenRefused(refused('notAnOpenProject'));
    given()
      .when(enrol({ dueOn: day('2026-02-28') }))
      .thenRefused(refused('dueBeforeEnrolment'));
    given().when(fill('venue')).thenRefused(refused('notEnrolled'));
  });
  it.each(redWorksiteEntries)('has its %s filled, once', (entry) => {
    given(enrolled).when(fill(entry), filler).then(filled(entry));
    given(enrolled, filled(entry)).when(fill(entry), filler).thenNothing();
    given(enrolled).when(fill(entry, '2026-02-28'), filler).thenRefused('organization.entryDay.beforeEarlier');
  });
  it('counts its Party members, and names none', () => {
    const { partyMembers: _uncounted, ...data } = content('members');
    given(enrolled).when({ type: 'FillRedWorksiteEntry', data }).thenRefused(refused('membersNotCounted'));
    given(enrolled)
      .when({ type: 'FillRedWorksiteEntry', data: { ...content('venue'), partyMembers: 14 } })
      .thenRefused(refused('countsMembersElsewhere'));
  });
  it('is checked by another than whoever filled it', () => {
    given(enrolled, filled('venue')).when(pass('venue')).then(passed('venue'));
    given(enrolled, filled('venue')).when(pass('venue'), filler).thenRefused(refused('fillerCannotCheck'));
    given(enrolled).when(pass('venue')).thenRefused(refused('entryNotFilled'));
    given(enrolled, filled('venue'))
      .when(pass('venue', '2026-03-14'))
      .thenRefused('organization.entryDay.beforeEarlier');
  });
  it('is filled again when it was sent back, and not once it passed', () => {
    given(enrolled, filled('venue')).when(sendBack).then(sentBack);
    given(enrolled, filled('venue'), sentBack).when(sendBack).thenNothing();
    given(enrolled, filled('venue'), sentBack).when(pass('venue')).thenRefused(refused('entrySentBack'));
    given(enrolled, filled('venue'), sentBack)
      .when(fill('venue', '2026-03-21'), filler)
      .then(filled('venue', '2026-03-21'));
    given(enrolled, filled('venue'), passed('venue'))
      .when(fill('venue', '2026-03-21'))
      .thenRefused(refused('entryPassed'));
    given(enrolled, filled('venue'), passed('venue')).when(sendBack).thenRefused(refused('entryPassed'));
    given(enrolled, filled('venue'), passed('venue')).when(pass('venue')).thenNothing();
  });
  it('WZ-19a: is complete with the fourth entry that passes, not with the third', () => {
    const done = (entry: RedWorksiteEntry, on?: string) => [filled(entry), passed(entry, on)];
    given(enrolled, ...done('venue'), ...done('rules'), filled('signage'))
      .when(pass('signage'))
      .then(passed('signage'));
    given(enrolled, ...done('venue', '2026-04-02'), ...done('rules'), ...done('signage'), filled('members'))
      .when(pass('members'))
      .then(passed('members'), completed('2026-04-02'));
  });
  it('can be withdrawn, and enrolled anew', () => {
    const data = { unitId, reason: '项目移交', withdrawnOn: day('2026-06-01') };
    const withdrawn: RedWorksiteEvent = { type: 'RedWorksiteEnrolmentWithdrawn', data };
    given(enrolled).when({ type: 'WithdrawRedWorksiteEnrolment', data }).then(withdrawn);
    given().when({ type: 'WithdrawRedWorksiteEnrolment', data }).thenRefused(refused('notEnrolled'));
    given(enrolled, withdrawn).when(enrol()).then(enrolled);
  });
});
