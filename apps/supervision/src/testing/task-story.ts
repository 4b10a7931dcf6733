import type { Evidence, PlanTask, TaskEvent, TaskPlanned } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import type { TaskWish } from '../task/task.decider';
import { adoptedSmallProgramme, groupUnits } from './small-programme';

/** Words to tell the story of one task in: commands in the imperative, events in the past. Commands arrive on 2026-11-20. */
export const day = (text: string) => text as Day;
export const TODAY = day('2026-11-20');
export const YESTERDAY = day('2026-11-19');
export const TOMORROW = day('2026-11-21');
export const DUE = day('2026-11-30');
/** The day on which the task of the story was planned. */
export const PLANNED = day('2026-11-02');

export const file: Evidence = { fileName: '专用账户开户证明.pdf', sha256: 'a'.repeat(64) };
const taskId = 'wage-accounts';

export const wageAccounts: PlanTask = {
  taskId,
  programmeId: 'small-reform',
  organizationId: 'group',
  measureId: 'wages',
  title: '开立工资专用账户',
  ownerUnitId: 'first-highway',
  cooperatingUnitIds: ['bay-bridge'],
  dueOn: DUE,
};

export const plan = (other: Partial<PlanTask> = {}): TaskWish => ({
  type: 'PlanTask',
  data: { ...wageAccounts, ...other },
  adopted: adoptedSmallProgramme,
  units: groupUnits,
});
export const planned = (other: Partial<TaskPlanned> = {}): TaskEvent => ({
  type: 'TaskPlanned',
  data: {
    ...wageAccounts,
    programmeVersion: 1,
    leadDepartmentIds: ['production', 'human-resources'],
    leadUnitIds: ['production-department', 'personnel-department'],
    plannedOn: PLANNED,
    ...other,
  },
});

const progress = (progressPercent: number, reportedOn: Day, evidence: Evidence[]) => ({
  taskId,
  progressPercent,
  note: '按计划推进',
  evidence,
  reportedOn,
});
export const report = (percent: number, on = TODAY, evidence: Evidence[] = []): TaskWish => ({
  type: 'ReportProgress',
  data: progress(percent, on, evidence),
});
export const reported = (percent: number, on = TODAY, evidence: Evidence[] = []): TaskEvent => ({
  type: 'ProgressReported',
  data: progress(percent, on, evidence),
});

const completion = (completedOn: Day, evidence: Evidence[]) => ({ taskId, note: '已办结', evidence, completedOn });
export const complete = (on = TODAY, evidence: Evidence[] = []): TaskWish => ({
  type: 'CompleteTask',
  data: completion(on, evidence),
});
export const completed = (on = TODAY, evidence: Evidence[] = [], completedBy = 'user:doer'): TaskEvent => ({
  type: 'TaskCompleted',
  data: { ...completion(on, evidence), completedBy },
});

export const accept = (acceptedOn = TODAY): TaskWish => ({ type: 'AcceptTask', data: { taskId, acceptedOn } });
export const accepted = (acceptedOn = TODAY): TaskEvent => ({ type: 'TaskAccepted', data: { taskId, acceptedOn } });

const reason = '请补充核对表';
export const giveBack = (newDueOn?: Day, returnedOn = TODAY): TaskWish => ({
  type: 'ReturnTask',
  data: { taskId, reason, returnedOn, newDueOn },
});
export const returned = (dueOn = DUE, returnedOn = TODAY): TaskEvent => ({
  type: 'TaskReturned',
  data: { taskId, reason, returnedOn, dueOn },
});

export const withdraw = (withdrawnOn = TODAY): TaskWish => ({
  type: 'WithdrawTask',
  data: { taskId, reason, withdrawnOn },
});
export const withdrawn = (withdrawnOn = TODAY): TaskEvent => ({
  type: 'TaskWithdrawn',
  data: { taskId, reason, withdrawnOn },
});

export const escalate = (closedDay = DUE, unitAboveId: string | undefined = 'group'): TaskWish => ({
  type: 'EscalateOverdueTask',
  data: { taskId, closedDay },
  unitAboveId,
});
export const fellOverdue = (overdueOn = DUE, dueOn = DUE): TaskEvent => ({
  type: 'TaskFellOverdue',
  data: { taskId, dueOn, overdueOn },
});
export const escalated = (escalatedOn = DUE): TaskEvent => ({
  type: 'TaskEscalated',
  data: { taskId, fromUnitId: 'first-highway', toUnitId: 'group', escalatedOn },
});
