import type { SetUpVanguard, VanguardEvent } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { vanguard, type VanguardWish } from './vanguard.decider';

const given = specify(vanguard);
const day = (text: string) => text as Day;
const vanguardId = 'v-1';
const force: SetUpVanguard = {
  vanguardId,
  kind: 'taskForce',
  partyOrganizationId: 'bay-branch',
  unitId: 'bay-bridge',
  memberIds: ['member-1', 'worker-1'],
  workerMembers: 1,
  place: '主桥',
  task: '合龙',
  setUpOn: day('2026-09-01'),
};
const setUp = (changed: Partial<SetUpVanguard> = {}, branchActive = true): VanguardWish => ({
  type: 'SetUpVanguard',
  data: { ...force, ...changed },
  branchActive,
});
const wasSetUp: VanguardEvent = { type: 'VanguardSetUp', data: force };
const result = (tasksCompleted: number, reportedOn = '2026-10-01') => ({
  vanguardId,
  tasksCompleted,
  accidents: 0,
  reportedOn: day(reportedOn),
});
const report = (tasks: number, on?: string): VanguardWish => ({
  type: 'ReportVanguardResult',
  data: result(tasks, on),
});
const reported = (tasks: number): VanguardEvent => ({ type: 'VanguardResultReported', data: result(tasks) });
const close: VanguardWish = { type: 'CloseVanguard', data: { vanguardId, closedOn: day('2026-11-01') } };
const closed: VanguardEvent = { type: 'VanguardClosed', data: { vanguardId, closedOn: day('2026-11-01') } };

describe('A vanguard', () => {
  it.each(['modelPost', 'taskForce', 'responsibilityArea'] as const)(
    'is set up as %s (WZ-16c, CC-01b, JX-49c)',
    (kind) =>
      given()
        .when(setUp({ kind }))
        .then({ type: 'VanguardSetUp', data: { ...force, kind } }),
  );
  it('has no more worker members than members (CC-01b)', () => {
    given()
      .when(setUp({ workerMembers: 2 }))
      .then({ type: 'VanguardSetUp', data: { ...force, workerMembers: 2 } });
    given()
      .when(setUp({ workerMembers: 3 }))
      .thenRefused('organization.vanguard.moreWorkersThanMembers');
  });
  it('has a period that ends no earlier than it begins (JX-49c)', () => {
    const until = (plannedUntil: string) => ({ plannedUntil: day(plannedUntil) });
    given()
      .when(setUp(until('2026-09-01')))
      .then({ type: 'VanguardSetUp', data: { ...force, ...until('2026-09-01') } });
    given()
      .when(setUp(until('2026-08-31')))
      .thenRefused('organization.vanguard.endsBeforeItBegins');
  });
  it('tells the accidents in its area, none or some, and puts them right (JX-49c)', () => {
    const told = (accidents: number) => ({ ...result(4), accidents });
    const say = (accidents: number): VanguardWish => ({ type: 'ReportVanguardResult', data: told(accidents) });
    const said = (accidents: number): VanguardEvent => ({ type: 'VanguardResultReported', data: told(accidents) });
    given(wasSetUp).when(say(0)).then(said(0));
    given(wasSetUp, said(0)).when(say(1)).then(said(1));
    given(wasSetUp, said(1)).when(say(0)).then(said(0));
  });
  it('belongs to an organization that is there', () =>
    given().when(setUp({}, false)).thenRefused('organization.vanguard.branchMissing'));
  it('is set up once', () => {
    given(wasSetUp).when(setUp()).thenNothing();
    given(wasSetUp)
      .when(setUp({ place: '引桥' }))
      .thenRefused('organization.vanguard.alreadySetUp');
  });
  it('reports what it completed since the start, never less than before (WZ-16c)', () => {
    given(wasSetUp).when(report(4)).then(reported(4));
    given(wasSetUp, reported(4)).when(report(4)).thenNothing();
    given(wasSetUp, reported(4))
      .when(report(3, '2026-10-02'))
      .thenRefused('organization.vanguard.tasksTakenBack', { tasksCompleted: 4 });
  });
  it('is closed once, and reports nothing afterwards (WZ-16c)', () => {
    given(wasSetUp).when(close).then(closed);
    given(wasSetUp, closed).when(close).thenNothing();
    given(wasSetUp, closed).when(report(4)).thenRefused('organization.vanguard.closed', { closedOn: '2026-11-01' });
    given().when(close).thenRefused('organization.vanguard.unknown');
  });
});
