import { type CrewDisclosureEvent, disclosureSubjects, type PostCrewDisclosure } from '@gongyou/contracts';
import { type Day, type Month } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import type { CrewLife } from '../crew/crew-life';
import { crewDisclosure, type CrewDisclosureWish } from './crew-disclosure.decider';

const given = specify(crewDisclosure);
const day = (text: string) => text as Day;
/** The day on which commands arrive. */
const TODAY = day('2026-11-20');
const TOMORROW = day('2026-11-21');

const crew: CrewLife = { formedOn: day('2026-03-01'), dissolvedOn: null };
const sheet: PostCrewDisclosure = {
  ...{ disclosureId: 'd1', unitId: 'rebar-crew', subject: 'wageSheet', month: '2026-10' as Month },
  ...{
    title: '十月份工资表',
    sha256: 'ab'.repeat(32),
    postedOn: day('2026-11-05'),
    objectionsUntil: day('2026-11-11'),
  },
};
const post = (change: Partial<PostCrewDisclosure> = {}, of: CrewLife | undefined = crew): CrewDisclosureWish => ({
  type: 'PostCrewDisclosure',
  data: { ...sheet, ...change },
  crew: of,
});
const posted = (change: Partial<PostCrewDisclosure> = {}): CrewDisclosureEvent => ({
  type: 'CrewDisclosurePosted',
  data: { ...sheet, ...change },
});
const objection = (raisedOn: string, text = '少记两个工') => ({
  ...{ disclosureId: 'd1', objectionId: 'o1', workerId: 'wang', objection: text, raisedOn: day(raisedOn) },
});
const object = (raisedOn: string, text?: string): CrewDisclosureWish => ({
  type: 'ObjectToCrewDisclosure',
  data: objection(raisedOn, text),
});
const objected = (raisedOn: string, inTime = true): CrewDisclosureEvent => ({
  type: 'DisclosureObjectionRaised',
  data: { ...objection(raisedOn), inTime },
});
const reply = (answeredOn: string, isUpheld = true) => ({
  ...{ disclosureId: 'd1', objectionId: 'o1', isUpheld, answer: '补记两个工', answeredOn: day(answeredOn) },
});
const answer = (answeredOn: string, isUpheld?: boolean): CrewDisclosureWish => ({
  type: 'AnswerDisclosureObjection',
  data: reply(answeredOn, isUpheld),
});
const answered = (answeredOn: string): CrewDisclosureEvent => ({
  type: 'DisclosureObjectionAnswered',
  data: reply(answeredOn),
});

describe('What is disclosed to a crew (QD-30)', () => {
  it.each(disclosureSubjects)('is its %s, posted with the day (QD-30)', (subject) =>
    given().when(post({ subject })).then(posted({ subject })),
  );
  it('is posted once, however often it is told', () => {
    given(posted(), objected('2026-11-06')).when(post()).thenNothing();
    given(posted())
      .when(post({ sha256: 'cd'.repeat(32) }))
      .thenRefused('organization.crewDisclosure.postedOtherwise');
  });
  it('is posted today at the latest', () => {
    const last = { postedOn: TODAY, objectionsUntil: TODAY };
    given().when(post(last)).then(posted(last));
    given()
      .when(post({ postedOn: TOMORROW, objectionsUntil: TOMORROW }))
      .thenRefused('organization.crewDisclosure.dayInFuture');
  });
  it('is open to objections on its own day at least', () => {
    given()
      .when(post({ objectionsUntil: sheet.postedOn }))
      .then(posted({ objectionsUntil: sheet.postedOn }));
    given()
      .when(post({ objectionsUntil: day('2026-11-04') }))
      .thenRefused('organization.crewDisclosure.endsBeforePosting', { postedOn: '2026-11-05' });
  });
  it.each([
    ['that was formed on the day', { formedOn: sheet.postedOn, dissolvedOn: null }, true],
    ['that was formed on the next day', { formedOn: day('2026-11-06'), dissolvedOn: null }, false],
    ['that was dissolved on the day', { formedOn: day('2026-03-01'), dissolvedOn: sheet.postedOn }, true],
    ['that was dissolved the day before', { formedOn: day('2026-03-01'), dissolvedOn: day('2026-11-04') }, false],
  ])('is posted before a crew %s: %j', (_, of, open) => {
    const asked = given().when(post({}, of));
    if (open) asked.then(posted());
    else asked.thenRefused('organization.crewDisclosure.outsideTheCrewsLife', { on: '2026-11-05' });
  });
  it('is posted before a crew that there is', () =>
    given().when({ type: 'PostCrewDisclosure', data: sheet }).thenRefused('organization.crewDisclosure.crewNotFormed'));
});

describe('An objection to it (QD-30)', () => {
  it.each([
    ['2026-11-05', true],
    ['2026-11-11', true],
    ['2026-11-12', false],
  ])('that is raised on %s is received, in time: %s (QD-30)', (on, inTime) =>
    given(posted()).when(object(on)).then(objected(on, inTime)),
  );
  it('cannot come before it was posted, nor from a day to come', () => {
    given(posted())
      .when(object('2026-11-04'))
      .thenRefused('organization.crewDisclosure.beforeIt', { since: '2026-11-05' });
    given(posted()).when(object(TOMORROW)).thenRefused('organization.crewDisclosure.dayInFuture');
  });
  it('is received once, however often it is told', () => {
    given(posted(), objected('2026-11-06')).when(object('2026-11-06')).thenNothing();
    given(posted(), objected('2026-11-06'))
      .when(object('2026-11-06', '另一件事'))
      .thenRefused('organization.crewDisclosure.objectionDiffers');
  });
  it('is answered from its own day on (QD-30)', () => {
    given(posted(), objected('2026-11-06')).when(answer('2026-11-06')).then(answered('2026-11-06'));
    given(posted(), objected('2026-11-06'))
      .when(answer('2026-11-05'))
      .thenRefused('organization.crewDisclosure.beforeIt', { since: '2026-11-06' });
    given(posted(), objected('2026-11-06'))
      .when(answer(TOMORROW))
      .thenRefused('organization.crewDisclosure.dayInFuture');
  });
  it('is answered once', () => {
    given(posted(), objected('2026-11-06'), answered('2026-11-08')).when(answer('2026-11-08')).thenNothing();
    given(posted(), objected('2026-11-06'), answered('2026-11-08'))
      .when(answer('2026-11-08', false))
      .thenRefused('organization.crewDisclosure.answeredAlready');
  });
  it('has to be raised first, to something that was posted', () => {
    given(posted()).when(answer('2026-11-08')).thenRefused('organization.crewDisclosure.objectionUnknown');
    given().when(object('2026-11-06')).thenRefused('organization.crewDisclosure.unknown');
  });
});
