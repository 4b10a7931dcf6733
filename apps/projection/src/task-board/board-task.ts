import type { TaskEvent } from '@gongyou/contracts';
import { BeginningMissing } from '../intake/projector';
import type { BoardTask } from './board-task.entity';

/** The task after an event. Throws `BeginningMissing` for an event of a task that was never planned. */
export function taskAfter(task: BoardTask | undefined, { type, data }: TaskEvent, stream: string): BoardTask {
  if (type === 'TaskPlanned') {
    return {
      taskId: data.taskId,
      stream,
      programmeId: data.programmeId,
      organizationId: data.organizationId,
      measureId: data.measureId,
      title: data.title,
      ownerUnitId: data.ownerUnitId,
      cooperatingUnitIds: data.cooperatingUnitIds,
      leadUnitIds: data.leadUnitIds,
      stage: 'planned',
      overdue: false,
      progressPercent: 0,
      plannedOn: data.plannedOn,
      dueOn: data.dueOn,
      evidenceAsked: data.evidenceAsked ?? null,
      dutyId: data.duty?.dutyId ?? null,
      dutyPeriod: data.duty?.period ?? null,
      escalatedToUnitId: null,
      evidence: [],
    };
  }
  if (!task) throw new BeginningMissing('task');
  switch (type) {
    case 'ProgressReported': {
      const stage = task.stage === 'planned' ? 'inProgress' : task.stage;
      return { ...task, stage, progressPercent: data.progressPercent, evidence: [...task.evidence, ...data.evidence] };
    }
    case 'TaskCompleted':
      return { ...task, stage: 'awaitingAcceptance', overdue: false, evidence: [...task.evidence, ...data.evidence] };
    case 'TaskAccepted':
      return { ...task, stage: 'accepted', overdue: false, progressPercent: 100 };
    case 'TaskReturned':
      return { ...task, stage: 'returned', dueOn: data.dueOn };
    case 'TaskWithdrawn':
      return { ...task, stage: 'withdrawn', overdue: false };
    case 'TaskFellOverdue':
      return { ...task, overdue: true };
    case 'TaskEscalated':
      return { ...task, escalatedToUnitId: data.toUnitId };
  }
}
