import {
  type AcceptTask,
  type CompleteTask,
  type EscalateOverdueTask,
  type Evidence,
  type PlanTask,
  type ProgressReported,
  type ReportProgress,
  type ReturnTask,
  type TaskCompleted,
  type TaskEvent,
  type TaskPlanned,
  type WithdrawTask,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import type { AdoptedProgramme } from '../adoption/adopted-programme';
import type { AdopterUnits } from '../adoption/adopter-units';
import { planTask } from './plan-task';

/** Nobody has planned a task under this id. */
export interface NotPlanned {
  stage: 'notPlanned';
}

/** What a task is, whatever stage it has reached. */
interface Task {
  plan: TaskPlanned;
  dueOn: Day;
  /** Whether evidence was ever given. */
  evidenceGiven: boolean;
  /** The day of the last entry: the next one cannot be before it. */
  lastOn: Day;
}

/** Its owner works on it, or should. */
interface Workable extends Task {
  /** A closed day found it past its due day. Ends when it is completed; a task that is returned can fall overdue again. */
  overdue: boolean;
  lastReport?: ProgressReported;
}

/** Nothing was reported yet. */
export interface Planned extends Workable {
  stage: 'planned';
}

export interface InProgress extends Workable {
  stage: 'inProgress';
}

/** The lead department found it not done. */
export interface Returned extends Workable {
  stage: 'returned';
}

/** Its owner says that it is done; the lead department is to judge. */
export interface AwaitingAcceptance extends Task {
  stage: 'awaitingAcceptance';
  completion: TaskCompleted;
}

/** Done, and found to be done by somebody else than the doer. */
export interface Accepted extends Task {
  stage: 'accepted';
}

/** Should never have been planned. */
export interface Withdrawn extends Task {
  stage: 'withdrawn';
}

export type PlannedTask = Planned | InProgress | Returned | AwaitingAcceptance | Accepted | Withdrawn;
export type TaskState = NotPlanned | PlannedTask;

/** The commands, with what must be known beyond the task. An adoption that does not exist is `undefined`. */
export type TaskWish =
  | { type: 'PlanTask'; data: PlanTask; adopted?: AdoptedProgramme | undefined; units: AdopterUnits }
  | { type: 'ReportProgress'; data: ReportProgress }
  | { type: 'CompleteTask'; data: CompleteTask }
  /** `officeUnitId`: where the adopter's leading-group office sits now; it may act beside the lead department. */
  | { type: 'AcceptTask'; data: AcceptTask; officeUnitId?: string | undefined }
  | { type: 'ReturnTask'; data: ReturnTask; officeUnitId?: string | undefined }
  | { type: 'WithdrawTask'; data: WithdrawTask; officeUnitId?: string | undefined }
  /** `unitAboveId`: the nearest open unit above the owner; none above a root. */
  | { type: 'EscalateOverdueTask'; data: EscalateOverdueTask; unitAboveId?: string | undefined };

/**
 * The rules of a task that a measure is broken into: planned, reported on, completed by its owner, accepted or returned by
 * the lead department (provisions CC-T1, CC-T2, QD-16, QD-20, HM-18a; closed loop RP-04, stages RP-05).
 */
export const task: Decider<TaskWish, TaskEvent, TaskState> = {
  initialState: { stage: 'notPlanned' },
  evolve,
  decide,
};

function evolve(state: TaskState, event: TaskEvent): TaskState {
  if (event.type === 'TaskPlanned') {
    const { dueOn, plannedOn } = event.data;
    return { stage: 'planned', plan: event.data, dueOn, lastOn: plannedOn, evidenceGiven: false, overdue: false };
  }
  const { plan, dueOn, evidenceGiven } = state as PlannedTask;
  switch (event.type) {
    case 'ProgressReported': {
      const { reportedOn, evidence } = event.data;
      return {
        stage: 'inProgress',
        plan,
        dueOn,
        lastOn: reportedOn,
        evidenceGiven: evidenceGiven || evidence.length > 0,
        overdue: (state as Workable).overdue,
        lastReport: event.data,
      };
    }
    case 'TaskCompleted': {
      const { completedOn, evidence } = event.data;
      return {
        stage: 'awaitingAcceptance',
        plan,
        dueOn,
        lastOn: completedOn,
        evidenceGiven: evidenceGiven || evidence.length > 0,
        completion: event.data,
      };
    }
    case 'TaskAccepted':
      return { stage: 'accepted', plan, dueOn, lastOn: event.data.acceptedOn, evidenceGiven };
    case 'TaskReturned':
      return {
        stage: 'returned',
        plan,
        dueOn: event.data.dueOn,
        lastOn: event.data.returnedOn,
        evidenceGiven,
        overdue: false,
      };
    case 'TaskWithdrawn':
      return { stage: 'withdrawn', plan, dueOn, lastOn: event.data.withdrawnOn, evidenceGiven };
    case 'TaskFellOverdue':
      return { ...(state as Planned | InProgress | Returned), overdue: true };
    case 'TaskEscalated':
      return state;
    default:
      return unknownFact(event);
  }
}

function decide(wish: TaskWish, state: TaskState, moment: Moment): TaskEvent[] {
  if (wish.type === 'PlanTask') {
    if (state.stage !== 'notPlanned') return plannedAlready(wish.data, state);
    return planTask(wish.data, wish.adopted, wish.units, moment);
  }
  if (state.stage === 'notPlanned') return refuse('supervision.task.unknown');
  switch (wish.type) {
    case 'ReportProgress':
      return reportProgress(wish.data, state, moment);
    case 'CompleteTask':
      return complete(wish.data, state, moment);
    case 'AcceptTask':
      return accept(wish.data, state, moment);
    case 'ReturnTask':
      return giveBack(wish.data, state, moment);
    case 'WithdrawTask':
      return withdraw(wish.data, state, moment);
    case 'EscalateOverdueTask':
      return escalate(wish.data, wish.unitAboveId, state);
    default:
      return unknownWish(wish);
  }
}

export const taskRefusals = {
  'supervision.task.alreadyPlanned': {
    zh: '该编号的任务已经分解，内容不同',
    en: 'A task with this id was planned already, with other content.',
  },
  'supervision.task.unknown': { zh: '没有这个任务', en: 'There is no such task.' },
  'supervision.task.awaitsAcceptance': {
    zh: '任务已办结，等待验收',
    en: 'The task was completed and awaits acceptance.',
  },
  'supervision.task.alreadyAccepted': { zh: '任务已验收', en: 'The task has been accepted.' },
  'supervision.task.alreadyWithdrawn': { zh: '任务已撤销', en: 'The task was withdrawn.' },
  'supervision.task.notCompleted': { zh: '任务尚未办结', en: 'The task has not been completed.' },
  'supervision.task.evidenceMissing': {
    zh: '须提交佐证材料：{evidenceAsked}',
    en: 'Evidence is asked for and none was given: {evidenceAsked}',
  },
  'supervision.task.doerCannotAccept': {
    zh: '办结人不得验收自己办结的任务',
    en: 'Whoever completed a task cannot be the one who accepts it.',
  },
  'supervision.task.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'supervision.task.beforeLastEntry': {
    zh: '日期早于任务上一条记录的日期 {lastOn}',
    en: 'The day is before the last entry on the task, of {lastOn}.',
  },
  'supervision.task.newDueDayPast': {
    zh: '新的完成期限 {newDueOn} 已过',
    en: 'The new due day {newDueOn} has passed already.',
  },
} as const satisfies Record<`supervision.task.${string}`, Bilingual>;

const refuse: RefuseOf<typeof taskRefusals> = refuseWith(taskRefusals);

function plannedAlready(data: PlanTask, { plan }: PlannedTask): TaskEvent[] {
  return sameContent(data, askedFor(plan)) ? [] : refuse('supervision.task.alreadyPlanned');
}

function reportProgress(data: ReportProgress, state: PlannedTask, moment: Moment): TaskEvent[] {
  const task = workable(state);
  if (task.lastReport && sameContent(data, task.lastReport)) return []; // two systems of the owner report the same
  notBefore(task.lastOn, data.reportedOn, moment);
  const { taskId, progressPercent, note, evidence, reportedOn } = data;
  return [{ type: 'ProgressReported', data: { taskId, progressPercent, note, evidence, reportedOn } }];
}

function complete(data: CompleteTask, state: PlannedTask, moment: Moment): TaskEvent[] {
  const { taskId, note, evidence, completedOn } = data;
  if (state.stage === 'awaitingAcceptance' && sameCompletion(data, state.completion)) return [];
  const task = workable(state);
  notBefore(task.lastOn, completedOn, moment);
  requireEvidence(task, evidence);
  return [{ type: 'TaskCompleted', data: { taskId, note, evidence, completedOn, completedBy: moment.actor } }];
}

function accept({ taskId, note, acceptedOn }: AcceptTask, state: PlannedTask, moment: Moment): TaskEvent[] {
  if (state.stage === 'accepted') return [];
  const { completion, lastOn } = awaitingAcceptance(state);
  if (completion.completedBy === moment.actor) refuse('supervision.task.doerCannotAccept');
  notBefore(lastOn, acceptedOn, moment);
  return [{ type: 'TaskAccepted', data: { taskId, note, acceptedOn } }];
}

function giveBack(data: ReturnTask, state: PlannedTask, moment: Moment): TaskEvent[] {
  const { taskId, reason, returnedOn, newDueOn } = data;
  const { dueOn, lastOn } = awaitingAcceptance(state);
  notBefore(lastOn, returnedOn, moment);
  if (newDueOn !== undefined && newDueOn < moment.today) refuse('supervision.task.newDueDayPast', { newDueOn });
  return [{ type: 'TaskReturned', data: { taskId, reason, returnedOn, dueOn: newDueOn ?? dueOn } }];
}

function withdraw({ taskId, reason, withdrawnOn }: WithdrawTask, state: PlannedTask, moment: Moment): TaskEvent[] {
  if (state.stage === 'withdrawn') return [];
  if (state.stage === 'accepted') refuse('supervision.task.alreadyAccepted');
  notBefore(state.lastOn, withdrawnOn, moment);
  return [{ type: 'TaskWithdrawn', data: { taskId, reason, withdrawnOn } }];
}

/**
 * The task was found overdue in a read model, which may lag: what was completed, put off or escalated meanwhile needs
 * nothing, and is no mistake of anybody.
 */
function escalate(
  { taskId, closedDay }: EscalateOverdueTask,
  unitAboveId: string | undefined,
  state: PlannedTask,
): TaskEvent[] {
  if (!isWorkable(state) || state.overdue || state.dueOn > closedDay) return [];
  const fellOverdue: TaskEvent = {
    type: 'TaskFellOverdue',
    data: { taskId, dueOn: state.dueOn, overdueOn: closedDay },
  };
  if (unitAboveId === undefined) return [fellOverdue];
  const { ownerUnitId: fromUnitId } = state.plan;
  return [
    fellOverdue,
    { type: 'TaskEscalated', data: { taskId, fromUnitId, toUnitId: unitAboveId, escalatedOn: closedDay } },
  ];
}

const isWorkable = (state: PlannedTask): state is Planned | InProgress | Returned =>
  state.stage === 'planned' || state.stage === 'inProgress' || state.stage === 'returned';

function workable(state: PlannedTask): Planned | InProgress | Returned {
  if (isWorkable(state)) return state;
  if (state.stage === 'accepted') return refuse('supervision.task.alreadyAccepted');
  if (state.stage === 'withdrawn') return refuse('supervision.task.alreadyWithdrawn');
  return refuse('supervision.task.awaitsAcceptance');
}

function awaitingAcceptance(state: PlannedTask): AwaitingAcceptance {
  if (state.stage === 'awaitingAcceptance') return state;
  if (state.stage === 'accepted') return refuse('supervision.task.alreadyAccepted');
  if (state.stage === 'withdrawn') return refuse('supervision.task.alreadyWithdrawn');
  return refuse('supervision.task.notCompleted');
}

const askedFor = (plan: TaskPlanned): PlanTask => ({
  taskId: plan.taskId,
  programmeId: plan.programmeId,
  organizationId: plan.organizationId,
  measureId: plan.measureId,
  title: plan.title,
  ownerUnitId: plan.ownerUnitId,
  cooperatingUnitIds: plan.cooperatingUnitIds,
  dueOn: plan.dueOn,
  evidenceAsked: plan.evidenceAsked,
  duty: plan.duty,
});

/** Whoever says it again: that it was completed is on record, by whom it was first said. */
const sameCompletion = (data: CompleteTask, completion: TaskCompleted): boolean =>
  sameContent({ ...data, completedBy: completion.completedBy }, completion);

function requireEvidence({ plan: { evidenceAsked }, evidenceGiven }: Task, evidence: readonly Evidence[]): void {
  if (evidenceAsked === undefined || evidenceGiven || evidence.length > 0) return;
  refuse('supervision.task.evidenceMissing', { evidenceAsked });
}

function notBefore(lastOn: Day, on: Day, { today }: Moment): void {
  if (on > today) refuse('supervision.task.dayInFuture', { on });
  if (on < lastOn) refuse('supervision.task.beforeLastEntry', { lastOn });
}
