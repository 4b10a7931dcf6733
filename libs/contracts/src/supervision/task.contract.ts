import { type Day, IsDay, IsPeriod, type Period } from '@gongyou/domain';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsIdentifierList, IsLongText, IsNested, IsNestedList, IsSha256, IsShortText } from '../fields';

/** A file that shows what was done: its name, the hash of its bytes and a note. The file itself stays with its owner. */
export class Evidence {
  @IsShortText(200) fileName!: string;
  @IsSha256() sha256!: string;
  @IsOptional() @IsShortText(500) note?: string;
}

/** The recurring duty of a programme that a task was opened for, and the period it is owed for. */
export class DutyPeriod {
  @IsIdentifier() dutyId!: string;
  @IsPeriod() period!: Period;
}

/** Breaks a measure of an adopted programme into a task (provisions CC-T1, QD-16, QD-20). */
@Command({
  name: 'supervision.task.plan',
  summary: { zh: '分解任务', en: 'Break a measure into a task' },
  roles: ['administrator', 'leadingGroupOffice', 'leadDepartment', 'platform'],
  towards: ['CC-T1', 'QD-16'],
})
export class PlanTask {
  @IsIdentifier() taskId!: string;
  @IsIdentifier() programmeId!: string;
  @IsIdentifier() organizationId!: string;
  @IsIdentifier() measureId!: string;
  @IsShortText(200) title!: string;
  /** The unit that must do it. */
  @IsIdentifier() ownerUnitId!: string;
  @IsIdentifierList(100) cooperatingUnitIds!: string[];
  @IsDay() dueOn!: Day;
  /** What must be shown when it is completed, in words. Given, a task without evidence cannot be completed. */
  @IsOptional() @IsShortText(500) evidenceAsked?: string;
  /** Set when the platform opens the task for a recurring duty. */
  @IsOptional() @IsNested(() => DutyPeriod) duty?: DutyPeriod;
}

/** The owner, or a cooperating unit, tells how far a task has come. */
@Command({
  name: 'supervision.task.report-progress',
  summary: { zh: '报告任务进展', en: 'Report progress on a task' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'],
  towards: ['QD-20', 'CC-T2'],
})
export class ReportProgress {
  @IsIdentifier() taskId!: string;
  /** How much of the task is done, 0 to 100. */
  @IsInt() @Min(0) @Max(100) progressPercent!: number;
  @IsLongText() note!: string;
  @IsNestedList(() => Evidence, 50) evidence!: Evidence[];
  @IsDay() reportedOn!: Day;
}

/** The owner says that the task is done and asks the lead department to accept it. */
@Command({
  name: 'supervision.task.complete',
  summary: { zh: '办结任务', en: 'Complete a task' },
  roles: ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'],
  towards: ['QD-20'],
})
export class CompleteTask {
  @IsIdentifier() taskId!: string;
  @IsLongText() note!: string;
  @IsNestedList(() => Evidence, 50) evidence!: Evidence[];
  @IsDay() completedOn!: Day;
}

/** The lead department finds the task done. Whoever completed it cannot be the one who accepts it (RP-04). */
@Command({
  name: 'supervision.task.accept',
  summary: { zh: '验收任务', en: 'Accept a task' },
  roles: ['administrator', 'leadingGroupOffice', 'leadDepartment'],
  towards: ['CC-T2'],
})
export class AcceptTask {
  @IsIdentifier() taskId!: string;
  @IsOptional() @IsLongText() note?: string;
  @IsDay() acceptedOn!: Day;
}

/** The lead department sends a task back that was reported as completed, and says why. */
@Command({
  name: 'supervision.task.return',
  summary: { zh: '退回任务', en: 'Return a task' },
  roles: ['administrator', 'leadingGroupOffice', 'leadDepartment'],
  towards: ['CC-T2'],
})
export class ReturnTask {
  @IsIdentifier() taskId!: string;
  @IsLongText() reason!: string;
  @IsDay() returnedOn!: Day;
  /** A new due day, when the old one cannot be kept. */
  @IsOptional() @IsDay() newDueOn?: Day;
}

/** Takes back a task that should not have been planned; it leaves the figures by a reversing posting. */
@Command({
  name: 'supervision.task.withdraw',
  summary: { zh: '撤销任务', en: 'Withdraw a task' },
  roles: ['administrator', 'leadingGroupOffice', 'leadDepartment'],
})
export class WithdrawTask {
  @IsIdentifier() taskId!: string;
  @IsLongText() reason!: string;
  @IsDay() withdrawnOn!: Day;
}

/** Said by the platform when a day was closed on which the task was due and not completed (provision HM-18a). */
@Command({
  name: 'supervision.task.escalate-overdue',
  summary: { zh: '超期任务升级督办', en: 'Escalate an overdue task' },
  roles: ['platform'],
  towards: ['CC-T2', 'HM-18a'],
})
export class EscalateOverdueTask {
  @IsIdentifier() taskId!: string;
  /** The closed day by which it was found overdue. */
  @IsDay() closedDay!: Day;
}

@DomainEvent({ context: 'supervision', summary: { zh: '任务已分解', en: 'A task was planned' }, towards: ['CC-T1'] })
export class TaskPlanned {
  @IsIdentifier() taskId!: string;
  @IsIdentifier() programmeId!: string;
  @IsInt() @Min(1) programmeVersion!: number;
  @IsIdentifier() organizationId!: string;
  @IsIdentifier() measureId!: string;
  @IsShortText(200) title!: string;
  @IsIdentifier() ownerUnitId!: string;
  @IsIdentifierList(100) cooperatingUnitIds!: string[];
  /** The measure's lead departments when the task was planned, and the units they were mapped to. */
  @IsIdentifierList(50) leadDepartmentIds!: string[];
  @IsIdentifierList(50) leadUnitIds!: string[];
  @IsDay() plannedOn!: Day;
  @IsDay() dueOn!: Day;
  @IsOptional() @IsShortText(500) evidenceAsked?: string;
  @IsOptional() @IsNested(() => DutyPeriod) duty?: DutyPeriod;
}

@DomainEvent({
  context: 'supervision',
  summary: { zh: '任务进展已报告', en: 'Progress on a task was reported' },
  towards: ['QD-20'],
})
export class ProgressReported {
  @IsIdentifier() taskId!: string;
  @IsInt() @Min(0) @Max(100) progressPercent!: number;
  @IsLongText() note!: string;
  @IsNestedList(() => Evidence, 50) evidence!: Evidence[];
  @IsDay() reportedOn!: Day;
}

@DomainEvent({
  context: 'supervision',
  summary: { zh: '任务已办结待验收', en: 'A task was completed and awaits acceptance' },
})
export class TaskCompleted {
  @IsIdentifier() taskId!: string;
  @IsLongText() note!: string;
  @IsNestedList(() => Evidence, 50) evidence!: Evidence[];
  @IsDay() completedOn!: Day;
  /** The actor who completed it, and who therefore cannot accept it (RP-04). */
  @IsShortText(100) completedBy!: string;
}

@DomainEvent({ context: 'supervision', summary: { zh: '任务已验收', en: 'A task was accepted' } })
export class TaskAccepted {
  @IsIdentifier() taskId!: string;
  @IsOptional() @IsLongText() note?: string;
  @IsDay() acceptedOn!: Day;
}

@DomainEvent({ context: 'supervision', summary: { zh: '任务已退回', en: 'A task was returned' } })
export class TaskReturned {
  @IsIdentifier() taskId!: string;
  @IsLongText() reason!: string;
  @IsDay() returnedOn!: Day;
  @IsDay() dueOn!: Day;
}

@DomainEvent({ context: 'supervision', summary: { zh: '任务已撤销', en: 'A task was withdrawn' } })
export class TaskWithdrawn {
  @IsIdentifier() taskId!: string;
  @IsLongText() reason!: string;
  @IsDay() withdrawnOn!: Day;
}

@DomainEvent({ context: 'supervision', summary: { zh: '任务已超期', en: 'A task fell overdue' } })
export class TaskFellOverdue {
  @IsIdentifier() taskId!: string;
  @IsDay() dueOn!: Day;
  /** The closed day by which it was found overdue. */
  @IsDay() overdueOn!: Day;
}

@DomainEvent({
  context: 'supervision',
  summary: { zh: '超期任务已升级督办', en: 'An overdue task was escalated one level up' },
})
export class TaskEscalated {
  @IsIdentifier() taskId!: string;
  @IsIdentifier() fromUnitId!: string;
  @IsIdentifier() toUnitId!: string;
  @IsDay() escalatedOn!: Day;
}

export const taskCommands = {
  PlanTask,
  ReportProgress,
  CompleteTask,
  AcceptTask,
  ReturnTask,
  WithdrawTask,
  EscalateOverdueTask,
};
export type TaskCommand = CommandOf<typeof taskCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const taskEvents = {
  TaskPlanned,
  ProgressReported,
  TaskCompleted,
  TaskAccepted,
  TaskReturned,
  TaskWithdrawn,
  TaskFellOverdue,
  TaskEscalated,
};
export type TaskEvent = EventOf<typeof taskEvents>;
