import { taskCommands, type TaskEvent, taskEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { leadUnitsOf } from './plan-task';
import { task, type TaskState, type TaskWish } from './task.decider';

/** Carries out the commands on tasks. */
export class TaskHandling extends CommandHandling<TaskWish, TaskEvent, TaskState> {}

export const taskAggregate: Aggregate<TaskWish, TaskEvent, TaskState> = {
  category: 'task',
  decider: task,
  commands: taskCommands,
  events: taskEvents,
  reach: (wish, state) => (wish.type === 'PlanTask' ? planners(wish) : actors(wish, state)),
  organizationOf: (wish, state) => (state.stage === 'notPlanned' ? ownerOf(wish) : state.plan.ownerUnitId),
};

/** Whose lead department, leading-group office or whole organization it is, breaks a measure into tasks. */
function planners({ data, adopted }: TaskWish & { type: 'PlanTask' }): string[] {
  const measure = adopted?.programme.measures.find((each) => each.measureId === data.measureId);
  const leads = adopted && measure ? leadUnitsOf(measure, adopted) : [];
  return [...leads, ...(adopted ? [adopted.officeUnitId] : []), data.organizationId];
}

/** The owner's side reports, the lead's side judges (RP-04): a unit cannot accept its own work unless it leads the measure. */
function actors(wish: Exclude<TaskWish, { type: 'PlanTask' }>, state: TaskState): string[] {
  if (state.stage === 'notPlanned') return [];
  const { ownerUnitId, cooperatingUnitIds, leadUnitIds, organizationId } = state.plan;
  switch (wish.type) {
    case 'ReportProgress':
      return [ownerUnitId, ...cooperatingUnitIds];
    case 'CompleteTask':
      return [ownerUnitId];
    case 'EscalateOverdueTask':
      return [organizationId];
    default:
      return [...leadUnitIds, ...(wish.officeUnitId === undefined ? [] : [wish.officeUnitId]), organizationId];
  }
}

function ownerOf(wish: TaskWish): string {
  if (wish.type !== 'PlanTask') throw new Error('a task that was never planned cannot have events');
  return wish.data.ownerUnitId;
}
