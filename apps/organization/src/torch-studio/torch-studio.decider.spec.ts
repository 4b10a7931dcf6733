import type { AssignTorchTask, JoinTorchAction, RecordTorchResult, TorchStudioEvent } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { torchStudio, type TorchStudioWish } from './torch-studio.decider';

const given = specify(torchStudio);
const day = (text: string) => text as Day;
const studioId = 'rebar-studio';
const studio: JoinTorchAction = {
  ...{ studioId, name: '钢筋工劳模创新工作室', unitId: 'bay-bridge', partyOrganizationId: 'bay-branch' },
  joinedOn: day('2026-03-18'),
};
const join = (changed: Partial<JoinTorchAction> = {}, branchActive = true): TorchStudioWish => ({
  type: 'JoinTorchAction',
  data: { ...studio, ...changed },
  branchActive,
});
const joined: TorchStudioEvent = { type: 'TorchActionJoined', data: studio };
const task = (assignedOn = '2026-04-01'): AssignTorchTask => ({
  ...{ studioId, taskId: 't1', memberId: 'worker-1', task: '胎架改进', assignedOn: day(assignedOn) },
});
const assign = (data = task()): TorchStudioWish => ({ type: 'AssignTorchTask', data });
const assigned: TorchStudioEvent = { type: 'TorchTaskAssigned', data: task() };
const outcome = (changed: Partial<RecordTorchResult> = {}): RecordTorchResult => ({
  ...{ studioId, resultId: 'r1', taskId: 't1', result: '工时缩短四成', apprenticesHelped: 4 },
  ...{ achievedOn: day('2026-09-25'), ...changed },
});
const record = (changed: Partial<RecordTorchResult> = {}): TorchStudioWish => ({
  type: 'RecordTorchResult',
  data: outcome(changed),
});
const recorded: TorchStudioEvent = { type: 'TorchResultRecorded', data: outcome() };
const leave: TorchStudioWish = { type: 'LeaveTorchAction', data: { studioId, leftOn: day('2026-11-15') } };
const left: TorchStudioEvent = { type: 'TorchActionLeft', data: { studioId, leftOn: day('2026-11-15') } };

describe('A studio of the Torch action', () => {
  it('joins once, with an organization that is there (HM-02h)', () => {
    given().when(join()).then(joined);
    given(joined).when(join()).thenNothing();
    given(joined)
      .when(join({ name: '另一工作室' }))
      .thenRefused('organization.torchStudio.alreadyJoined');
    given().when(join({}, false)).thenRefused('organization.torchStudio.branchMissing');
  });
  it('gives tasks to its Party members from the day it joined (HM-02h)', () => {
    given(joined).when(assign()).then(assigned);
    given(joined, assigned).when(assign()).thenNothing();
    given(joined, assigned)
      .when(assign(task('2026-04-02')))
      .thenRefused('organization.torchStudio.otherTask');
    given(joined)
      .when(assign(task('2026-03-17')))
      .thenRefused('organization.entryDay.beforeEarlier');
    given().when(assign()).thenRefused('organization.torchStudio.unknown');
  });
  it('records results with the apprentices that they helped (HM-02h)', () => {
    given(joined, assigned).when(record()).then(recorded);
    given(joined, assigned, recorded).when(record()).thenNothing();
    given(joined, assigned, recorded)
      .when(record({ apprenticesHelped: 5 }))
      .thenRefused('organization.torchStudio.otherResult');
    given(joined).when(record()).thenRefused('organization.torchStudio.taskUnknown');
    given(joined, assigned)
      .when(record({ achievedOn: day('2026-03-31') }))
      .thenRefused('organization.entryDay.beforeEarlier', { on: '2026-03-31', earlierOn: '2026-04-01' });
  });
  it('leaves once, and does nothing afterwards (HM-02h)', () => {
    given(joined).when(leave).then(left);
    given(joined, left).when(leave).thenNothing();
    given(joined, left).when(assign()).thenRefused('organization.torchStudio.left', { leftOn: '2026-11-15' });
  });
});
