import type { TaskEvent } from '@gongyou/contracts';
import { type Day, type Month, monthOf } from '@gongyou/domain';
import { BeginningMissing, laterDay } from '../intake/projector';
import type { Booking, Entry } from './entry';
import type { TaskIndicator } from './indicators';

/** What a task counts for at the moment: its place in the ledger and its balance under each indicator. */
export interface TaskAccount {
  programmeId: string;
  organizationId: string;
  measureId: string;
  unitId: string;
  dutyId: string | null;
  periodMonth: Month;
  /** The latest day that was told of the task. */
  day: Day;
  balances: Partial<Record<TaskIndicator, number>>;
}

/**
 * The postings of a task's event.
 *
 * What is told late counts from the day of what was told before it. So the task's postings up to any day are those of a history
 * that the task really had, and no count ever falls below zero, on whatever day it is asked for.
 */
export function bookTaskEvent(before: TaskAccount | undefined, event: TaskEvent): Booking<TaskAccount> {
  const booking = new TaskBooking(before ?? opened(event), dayOf(event));
  post(booking, event);
  return booking;
}

function post(booking: TaskBooking, { type, data }: TaskEvent): void {
  switch (type) {
    case 'TaskPlanned':
      booking.set('tasksPlanned', 1);
      if (data.duty) booking.set('dutiesOpened', 1);
      return;
    case 'ProgressReported':
      booking.add('progressReports', 1);
      booking.set('progressPercentPoints', data.progressPercent);
      return;
    case 'TaskCompleted':
      booking.set('tasksReturned', 0);
      booking.set('tasksOverdue', 0);
      booking.set('tasksAwaitingAcceptance', 1);
      return;
    case 'TaskAccepted':
      booking.set('tasksAwaitingAcceptance', 0);
      booking.set('tasksOverdue', 0);
      booking.set('tasksDone', 1);
      booking.set('progressPercentPoints', 100);
      if (booking.account.dutyId !== null) booking.set('dutiesDone', 1);
      return;
    case 'TaskReturned':
      booking.moveTo(monthOf(data.dueOn));
      booking.set('tasksAwaitingAcceptance', 0);
      booking.set('tasksReturned', 1);
      return;
    case 'TaskWithdrawn':
      booking.clear();
      return;
    case 'TaskFellOverdue':
      booking.set('tasksOverdue', 1);
      return;
    case 'TaskEscalated':
      return;
  }
}

function dayOf({ type, data }: TaskEvent): Day {
  switch (type) {
    case 'TaskPlanned':
      return data.plannedOn;
    case 'ProgressReported':
      return data.reportedOn;
    case 'TaskCompleted':
      return data.completedOn;
    case 'TaskAccepted':
      return data.acceptedOn;
    case 'TaskReturned':
      return data.returnedOn;
    case 'TaskWithdrawn':
      return data.withdrawnOn;
    case 'TaskFellOverdue':
      return data.overdueOn;
    case 'TaskEscalated':
      return data.escalatedOn;
  }
}

function opened({ type, data }: TaskEvent): TaskAccount {
  if (type !== 'TaskPlanned') throw new BeginningMissing('task');
  return {
    programmeId: data.programmeId,
    organizationId: data.organizationId,
    measureId: data.measureId,
    unitId: data.ownerUnitId,
    dutyId: data.duty?.dutyId ?? null,
    periodMonth: monthOf(data.dueOn),
    day: data.plannedOn,
    balances: {},
  };
}

/** Balances are set to what they should be; the difference is what is posted. */
class TaskBooking implements Booking<TaskAccount> {
  readonly entries: Entry[] = [];
  readonly account: TaskAccount;

  constructor(before: TaskAccount, day: Day) {
    this.account = { ...before, day: laterDay(before.day, day), balances: { ...before.balances } };
  }

  set(indicator: TaskIndicator, amount: number): void {
    this.add(indicator, amount - (this.account.balances[indicator] ?? 0));
  }

  add(indicator: TaskIndicator, amount: number): void {
    if (amount === 0) return;
    const { balances, programmeId, organizationId, measureId, unitId, dutyId, periodMonth, day } = this.account;
    const dimension = indicator === 'dutiesOpened' || indicator === 'dutiesDone' ? dutyId! : '';
    balances[indicator] = (balances[indicator] ?? 0) + amount;
    this.entries.push({
      indicator,
      programmeId,
      organizationId,
      measureId,
      unitId,
      periodMonth,
      dimension,
      day,
      amount,
    });
  }

  /** Reverses all that the task counts for. */
  clear(): void {
    for (const indicator of Object.keys(this.account.balances) as TaskIndicator[]) this.set(indicator, 0);
  }

  /** The task falls due in another month: all that it counts for is reversed there and posted here. */
  moveTo(periodMonth: Month): void {
    if (periodMonth === this.account.periodMonth) return;
    const { balances } = this.account;
    const moved = Object.entries(balances) as [TaskIndicator, number][];
    this.clear();
    this.account.periodMonth = periodMonth;
    for (const [indicator, amount] of moved) this.set(indicator, amount);
  }
}
