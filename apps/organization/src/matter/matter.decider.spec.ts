import type { LiaisonParameters, MatterEvent, MatterLevel, MatterStation, RaiseMatter } from '@gongyou/contracts';
import { type Day, day } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { specify } from '@gongyou/event-sourcing/testing';
import { matterAggregate } from './matter.aggregate';
import { matter, type MatterWish } from './matter.decider';
import { initialMatter } from './matter.state';
import type { MatterGround } from './raising';

const given = specify(matter);
const on = (dayOfNovember: string): Day => day(`2026-11-${dayOfNovember}`);

/** Monday 2 November 2026 is the day of the story; there are no holidays until its end. */
const parameters: LiaisonParameters = {
  ...{ crewAnswerDays: 3, projectAnswerDays: 5, districtAnswerDays: 5, companyAnswerDays: 10, passOnDays: 2 },
  ...{ teamVisitsPerMonth: 2, guidanceEveryMonths: 1, checkEveryMonths: 3 },
};
const ground: MatterGround = {
  path: [
    { level: 'crew', unitId: 'rebar' },
    { level: 'project', unitId: 'bridge' },
    { level: 'company', unitId: 'harbour' },
  ],
  isClosed: false,
  parameters,
};
const matterId = 'm-1';
const asked: RaiseMatter = {
  ...{ matterId, unitId: 'rebar', kind: 'board', subject: 'water', ownerId: 'c1', raisedOn: on('02') },
  origin: { source: 'talk', recordId: 'w-1' },
};
const station = (level: MatterLevel, unitId: string, dueOn: Day, ownerId?: string): MatterStation => ({
  ...{ level, unitId, limit: { dueOn, provisional: false } },
  ...(ownerId !== undefined && { ownerId }),
});
const atCrew = station('crew', 'rebar', on('05'), 'c1');
const atProject = station('project', 'bridge', on('10'), 'p1');

const raise = (change: Partial<RaiseMatter> = {}, known: Partial<MatterGround> = {}): MatterWish => ({
  ...{ type: 'RaiseMatter', data: { ...asked, ...change }, ground: { ...ground, ...known } },
});
const raised = (change: Partial<Pick<RaiseMatter, 'kind' | 'subject'>> = {}): MatterEvent => {
  const { ownerId: _ownerId, ...told } = asked;
  return { type: 'MatterRaised', data: { ...told, ...change, station: atCrew } };
};
const escalate = (fromLevel: MatterLevel, escalatedOn: Day, ownerId?: string): MatterWish => ({
  type: 'EscalateMatter',
  data: {
    ...{ matterId, fromLevel, reason: 'beyondItsMeans', escalatedOn },
    ...(ownerId !== undefined && { ownerId }),
  },
  ground,
});
const escalated = (fromLevel: MatterLevel, to: MatterStation, escalatedOn: Day, passed = false): MatterEvent => ({
  type: 'MatterEscalated',
  data: { matterId, fromLevel, reason: passed ? 'timeLimitPassed' : 'beyondItsMeans', station: to, escalatedOn },
});
const overdue = (closedDay: Day): MatterWish => ({
  type: 'EscalateOverdueMatter',
  data: { matterId, closedDay },
  ground,
});
const answerData = { matterId, answer: 'done', measure: '已更换开水器' } as const;
const answer = (answeredOn: Day, change: { answer?: 'done' | 'planned'; plannedFor?: Day } = {}): MatterWish => ({
  ...{ type: 'AnswerMatter', data: { ...answerData, answeredOn, ...change }, ground },
});
const answered = (level: MatterLevel, answeredOn: Day, dueOn: Day, inTime = true): MatterEvent => ({
  type: 'MatterAnswered',
  data: { ...answerData, level, inTime, limit: { dueOn, provisional: false }, answeredOn },
});
const passOn = (fromLevel: MatterLevel, passedOn: Day): MatterWish => ({
  ...{ type: 'PassMatterAnswerOn', data: { matterId, fromLevel, passedOn }, ground },
});
const passedOn = (fromLevel: MatterLevel, to: MatterStation, on: Day): MatterEvent => ({
  ...{ type: 'MatterAnswerPassedOn', data: { matterId, fromLevel, station: to, passedOn: on } },
});
const close = (toldOn: Day): MatterWish => ({ type: 'CloseMatter', data: { matterId, told: 'meeting', toldOn } });
const closed: MatterEvent = { type: 'MatterClosed', data: { matterId, told: 'meeting', toldOn: on('17') } };
const assign = (level: MatterLevel, ownerId: string): MatterWish => ({
  ...{ type: 'AssignMatterOwner', data: { matterId, level, ownerId, assignedOn: on('06') } },
});
const withdrawal = { matterId, reason: 'enteredTwice', approvedBy: 'zhou', withdrawnOn: on('06') } as const;
const withdrawn: MatterEvent = { type: 'MatterWithdrawn', data: withdrawal };

describe('A matter is raised', () => {
  it('at a crew, by kind, with its record, its owner and a time limit, and names nobody who asked (JX-14, JX-15, JX-56b)', () =>
    given().when(raise()).then(raised()));
  it('once, however often it is told', () => given(raised()).when(raise()).thenNothing());
  it('not twice under one id', () =>
    given(raised())
      .when(raise({ ownerId: 'c2' }))
      .thenRefused('organization.matter.alreadyRaised'));
  it('by nothing but a crew or a labour team', () =>
    given()
      .when(raise({ unitId: 'bridge' }, { path: ground.path.slice(1) }))
      .thenRefused('organization.matter.notRaisedByATeam', { unitId: 'bridge' }));
  it('by no unit that is closed', () =>
    given()
      .when(raise({}, { isClosed: true }))
      .thenRefused('organization.matter.unitClosed'));
  it('with a subject of its kind (JX-56b)', () =>
    given()
      .when(raise({ kind: 'wage' }))
      .thenRefused('organization.matter.subjectOfOtherKind', { kind: 'wage', subject: 'water' }));
  it('where time limits are in force only: none is made up (JX-14)', () =>
    given()
      .when(raise({}, { parameters: undefined }))
      .thenRefused('organization.matter.timeLimitsMissing', { on: on('02') }));
  it('not ahead of its day', () =>
    given()
      .when(raise({ raisedOn: on('21') }))
      .thenRefused('organization.entryDay.inFuture'));
});

describe('A matter climbs (JX-14)', () => {
  it('one level at a time, over levels that the tree does not have, each with its own time limit', () =>
    given(raised(), escalated('crew', atProject, on('03')))
      .when(escalate('project', on('04')))
      .then(escalated('project', station('company', 'harbour', on('18')), on('04'))));
  it('once from each level', () =>
    given(raised(), escalated('crew', atProject, on('03')))
      .when(escalate('crew', on('04')))
      .thenNothing());
  it('from the level where it lies only', () =>
    given(raised())
      .when(escalate('project', on('04')))
      .thenRefused('organization.matter.notAtLevel', { level: 'crew', fromLevel: 'project' }));
  it('not above the highest level', () =>
    given(raised(), escalated('crew', station('company', 'harbour', on('18')), on('04')))
      .when(escalate('company', on('04')))
      .thenRefused('organization.matter.noLevelAbove'));
  it('not when it was answered', () =>
    given(raised(), answered('crew', on('03'), on('05')))
      .when(escalate('crew', on('04')))
      .thenRefused('organization.matter.alreadyAnswered'));
  it('not on a day before it came', () =>
    given(raised(), escalated('crew', atProject, on('04')))
      .when(escalate('project', on('03')))
      .thenRefused('organization.entryDay.beforeEarlier'));
  it.each([
    [on('04'), false],
    [on('05'), true],
    [on('06'), true],
  ])('by itself when its last day is closed: on %s of a limit of 5 November: %s', (closedDay, climbs) => {
    const story = given(raised()).when(overdue(closedDay));
    const dueOn = closedDay === on('05') ? on('12') : on('13');
    if (climbs) story.then(escalated('crew', station('project', 'bridge', dueOn), closedDay, true));
    else story.thenNothing();
  });
  it('by itself no further than to the highest level, where it stays overdue', () =>
    given(raised(), escalated('crew', station('company', 'harbour', on('10')), on('03')))
      .when(overdue(on('18')))
      .thenNothing());
  it('by itself not when it was answered', () =>
    given(raised(), answered('crew', on('05'), on('09')))
      .when(overdue(on('12')))
      .thenNothing());
});

describe('The owner of a matter (JX-15)', () => {
  it('is named at the level where it lies', () =>
    given(raised(), escalated('crew', station('project', 'bridge', on('10')), on('05')))
      .when(assign('project', 'p1'))
      .then({
        type: 'MatterOwnerAssigned',
        data: { matterId, level: 'project', ownerId: 'p1', assignedOn: on('06') },
      }));
  it('is named once', () => given(raised()).when(assign('crew', 'c1')).thenNothing());
  it('is not named at a level where it does not lie', () =>
    given(raised()).when(assign('project', 'p1')).thenRefused('organization.matter.notAtLevel'));
});

describe('A matter is answered', () => {
  it.each([
    [on('05'), true, on('09')],
    [on('06'), false, on('10')],
  ])('on %s of a limit of 5 November in time: %s (JX-14)', (answeredOn, inTime, dueOn) =>
    given(raised())
      .when(answer(answeredOn))
      .then(answered('crew', answeredOn, dueOn, inTime)),
  );
  it('late, when a level below let its time limit pass (JX-14)', () =>
    given(raised(), escalated('crew', station('project', 'bridge', on('12')), on('05'), true))
      .when(answer(on('06')))
      .then(answered('project', on('06'), on('10'), false)));
  it('in time, when each level kept its own (JX-14)', () =>
    given(raised(), escalated('crew', station('project', 'bridge', on('12')), on('05')))
      .when(answer(on('12')))
      .then(answered('project', on('12'), on('16'))));
  it('late, when it was handed up only after its limit (JX-14)', () =>
    given(raised(), escalated('crew', station('project', 'bridge', on('13')), on('06')))
      .when(answer(on('06')))
      .then(answered('project', on('06'), on('10'), false)));
  it('once', () => {
    given(raised(), answered('crew', on('05'), on('09')))
      .when(answer(on('05')))
      .thenNothing();
    given(raised(), answered('crew', on('05'), on('09')))
      .when(answer(on('06')))
      .thenRefused('organization.matter.alreadyAnswered');
  });
  it('with a day when it is planned, and only then', () => {
    for (const change of [{ answer: 'planned' }, { plannedFor: on('20') }] as const) {
      given(raised())
        .when(answer(on('05'), change))
        .thenRefused('organization.matter.planWithoutDay');
    }
    given(raised())
      .when(answer(on('05'), { answer: 'planned', plannedFor: on('04') }))
      .thenRefused('organization.matter.planWithoutDay');
    expect(
      matter.decide(answer(on('05'), { answer: 'planned', plannedFor: on('05') }), storyOf(raised()), moment),
    ).toHaveLength(1);
  });
});

describe('The answer comes back (JX-14, JX-70)', () => {
  const answeredAbove = [
    raised(),
    escalated('crew', atProject, on('03')),
    escalated('project', station('company', 'harbour', on('18'), 'x1'), on('04')),
    answered('company', on('10'), on('12')),
  ];
  it('level by level the way that the matter came, to the owner that it had there', () =>
    given(...answeredAbove)
      .when(passOn('company', on('11')))
      .then(passedOn('company', station('project', 'bridge', on('13'), 'p1'), on('11'))));
  it('once from each level', () =>
    given(...answeredAbove, passedOn('company', atProject, on('11')))
      .when(passOn('company', on('12')))
      .thenNothing());
  it('not from a level where it is not', () =>
    given(...answeredAbove)
      .when(passOn('project', on('11')))
      .thenRefused('organization.matter.notAtLevel'));
  it('not before there is one', () =>
    given(raised())
      .when(passOn('crew', on('03')))
      .thenRefused('organization.matter.notAnswered'));
  it('no further than to the level of the crew', () =>
    given(raised(), answered('crew', on('05'), on('09')))
      .when(passOn('crew', on('06')))
      .thenRefused('organization.matter.answerIsBack'));
  it('and closes the matter when the crew was told', () =>
    given(...answeredAbove, passedOn('company', atProject, on('11')), passedOn('project', atCrew, on('13')))
      .when(close(on('17')))
      .then(closed));
  it('and not while it is still above', () =>
    given(...answeredAbove, passedOn('company', atProject, on('11')))
      .when(close(on('17')))
      .thenRefused('organization.matter.answerNotBackYet', { level: 'project' }));
  it('and not without an answer', () =>
    given(raised())
      .when(close(on('17')))
      .thenRefused('organization.matter.notAnswered'));
});

describe('A matter ends', () => {
  it('withdrawn with a reason and who approved it', () =>
    given(raised()).when({ type: 'WithdrawMatter', data: withdrawal }).then(withdrawn));
  it('once, whatever is told of it afterwards', () => {
    given(raised(), withdrawn).when({ type: 'WithdrawMatter', data: withdrawal }).thenNothing();
    given(raised(), answered('crew', on('05'), on('09')), closed)
      .when(close(on('18')))
      .thenNothing();
    given(raised(), withdrawn)
      .when(answer(on('18')))
      .thenRefused('organization.matter.ended');
    given(raised(), withdrawn).when(raise()).thenNothing();
  });
  it('and must have begun', () =>
    given()
      .when(close(on('17')))
      .thenRefused('organization.matter.unknown'));
});

describe('A command on a matter reaches', () => {
  const { reach, organizationOf } = matterAggregate;
  it('the unit that asks before it was raised, then the unit where it lies, and is recorded under the one that asks', () => {
    const climbed = storyOf(raised(), escalated('crew', atProject, on('03')));
    expect(reach(raise(), initialMatter)).toEqual(['rebar']);
    expect(reach(answer(on('04')), initialMatter)).toEqual([]);
    expect(reach(answer(on('04')), climbed)).toEqual(['bridge']);
    expect([organizationOf(raise(), initialMatter), organizationOf(answer(on('04')), climbed)]).toEqual([
      'rebar',
      'rebar',
    ]);
    expect(() => organizationOf(answer(on('04')), initialMatter)).toThrow('never raised');
  });
});

const storyOf = (...events: MatterEvent[]) => events.reduce(matter.evolve, initialMatter);
const moment: Moment = { today: on('20'), actor: 'user:test' };
