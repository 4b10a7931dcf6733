import type { TaskEvent } from '@gongyou/contracts';
import { day, type Day, period } from '@gongyou/domain';
import fc from 'fast-check';
import type { Entry } from './entry';
import type { TaskIndicator } from './indicators';
import { bookTaskEvent, type TaskAccount } from './task-account';

describe('The postings of a task', () => {
  it('count it as planned in the month in which it falls due', () => {
    expect(postings(planned())).toEqual([
      {
        indicator: 'tasksPlanned',
        programmeId: 'reform',
        organizationId: 'cccc',
        measureId: 'wages',
        unitId: 'company-a',
        periodMonth: '2026-11',
        dimension: '',
        day: '2026-11-02',
        amount: 1,
      },
    ]);
  });

  it('post progress as the difference to what was reported before', () =>
    expect(last(planned(), reported(30, '2026-11-03'), reported(50, '2026-11-04'))).toEqual({
      progressReports: 1,
      progressPercentPoints: 20,
    }));

  it('post a report of less progress as a reversal', () =>
    expect(last(planned(), reported(50, '2026-11-03'), reported(30, '2026-11-04'))).toMatchObject({
      progressPercentPoints: -20,
    }));

  it('count a completed task as awaiting acceptance, and no longer as overdue', () =>
    expect(last(planned(), overdue('2026-11-30'), completed('2026-12-01'))).toEqual({
      tasksOverdue: -1,
      tasksAwaitingAcceptance: 1,
    }));

  it('count an accepted task as done and its progress as whole', () =>
    expect(last(planned(), reported(80, '2026-11-03'), completed('2026-11-04'), accepted('2026-11-05'))).toEqual({
      tasksAwaitingAcceptance: -1,
      tasksDone: 1,
      progressPercentPoints: 20,
    }));

  it('count a duty as done only when its task is accepted', () => {
    const duty = { duty: { dutyId: 'monthly-report', period: period('2026-11') } };
    expect(last(planned(duty), completed('2026-11-04'))).toEqual({ tasksAwaitingAcceptance: 1 });
    const entries = postings(planned(duty), completed('2026-11-04'), accepted('2026-11-05'));
    expect(entries.at(-1)).toMatchObject({ indicator: 'dutiesDone', dimension: 'monthly-report', amount: 1 });
  });

  it('count a task that is sent back as returned until it is completed again', () => {
    const history = [planned(), completed('2026-11-04'), sentBack('2026-11-05', '2026-11-30')];
    expect(last(...history)).toEqual({ tasksAwaitingAcceptance: -1, tasksReturned: 1 });
    expect(last(...history, completed('2026-11-06'))).toEqual({ tasksReturned: -1, tasksAwaitingAcceptance: 1 });
  });

  it('move all that the task counts for when it falls due in another month', () => {
    const entries = postings(
      planned(),
      reported(40, '2026-11-03'),
      completed('2026-11-04'),
      sentBack('2026-11-05', '2026-12-15'),
    );
    expect(sums(entries, '2026-11')).toEqual({});
    expect(sums(entries, '2026-12')).toEqual({
      tasksPlanned: 1,
      progressReports: 1,
      progressPercentPoints: 40,
      tasksReturned: 1,
    });
  });

  it('reverse all that a withdrawn task counted for', () => {
    const entries = postings(planned(), reported(40, '2026-11-03'), overdue('2026-11-30'), withdrawn('2026-12-01'));
    expect(sums(entries, '2026-11')).toEqual({});
    expect(entries.filter(({ day }) => day === '2026-12-01')).toHaveLength(4);
  });

  it('let what is told late count from the day of what was told before it', () => {
    const entries = postings(planned(), overdue('2026-11-30'), completed('2026-11-28'));
    expect(entries.slice(-2).map(({ day }) => day)).toEqual(['2026-11-30', '2026-11-30']);
  });

  it('refuse an event of a task that was never planned', () => {
    expect(() => bookTaskEvent(undefined, reported(10, '2026-11-03'))).toThrow('whose beginning was never taken in');
  });

  it('never let a count fall below zero, or a task stand in two places, on any day', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), fc.integer({ min: 1, max: 30 }), (events, lastDay) => {
        const upTo = postings(planned(), ...events).filter((entry) => entry.day <= dayOfNovember(lastDay));
        const counts = sums(upTo);
        for (const amount of Object.values(counts)) expect(amount).toBeGreaterThanOrEqual(0);
        const places = (counts.tasksAwaitingAcceptance ?? 0) + (counts.tasksReturned ?? 0);
        expect(places).toBeLessThanOrEqual(1);
      }),
      { seed: 20261120, numRuns: 500 },
    );
  });
});

function postings(...events: TaskEvent[]): Entry[] {
  let account: TaskAccount | undefined;
  return events.flatMap((event) => {
    const booking = bookTaskEvent(account, event);
    account = booking.account;
    return booking.entries;
  });
}

/** What the last event of a history posts. */
function last(...events: TaskEvent[]): Partial<Record<TaskIndicator, number>> {
  return sums(postings(...events).slice(postings(...events.slice(0, -1)).length));
}

function sums(entries: readonly Entry[], month?: string): Partial<Record<TaskIndicator, number>> {
  const sum: Partial<Record<string, number>> = {};
  for (const { indicator, periodMonth, amount } of entries) {
    if (month === undefined || month === periodMonth) sum[indicator] = (sum[indicator] ?? 0) + amount;
  }
  return Object.fromEntries(Object.entries(sum).filter(([, amount]) => amount !== 0));
}

const taskId = 't1';
type TaskPlanned = (TaskEvent & { type: 'TaskPlanned' })['data'];

function planned(data: Partial<TaskPlanned> = {}): TaskEvent {
  return {
    type: 'TaskPlanned',
    data: {
      taskId,
      programmeId: 'reform',
      programmeVersion: 1,
      organizationId: 'cccc',
      measureId: 'wages',
      title: '任务',
      ownerUnitId: 'company-a',
      cooperatingUnitIds: [],
      leadDepartmentIds: [],
      leadUnitIds: [],
      plannedOn: day('2026-11-02'),
      dueOn: day('2026-11-30'),
      ...data,
    },
  };
}
const reported = (progressPercent: number, on: string): TaskEvent => ({
  type: 'ProgressReported',
  data: { taskId, progressPercent, note: '推进', evidence: [], reportedOn: day(on) },
});
const completed = (on: string): TaskEvent => ({
  type: 'TaskCompleted',
  data: { taskId, note: '办结', evidence: [], completedOn: day(on), completedBy: 'client:spec' },
});
const accepted = (on: string): TaskEvent => ({ type: 'TaskAccepted', data: { taskId, acceptedOn: day(on) } });
const sentBack = (on: string, dueOn: string): TaskEvent => ({
  type: 'TaskReturned',
  data: { taskId, reason: '补充', returnedOn: day(on), dueOn: day(dueOn) },
});
const withdrawn = (on: string): TaskEvent => ({
  type: 'TaskWithdrawn',
  data: { taskId, reason: '重复', withdrawnOn: day(on) },
});
const overdue = (on: string): TaskEvent => ({
  type: 'TaskFellOverdue',
  data: { taskId, dueOn: day(on), overdueOn: day(on) },
});

const dayOfNovember = (date: number): Day => day(`2026-11-${String(date).padStart(2, '0')}`);
const anyDay = fc.integer({ min: 1, max: 30 }).map(dayOfNovember);
const anyEvent: fc.Arbitrary<TaskEvent> = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 100 }), anyDay).map(([percent, on]) => reported(percent, on)),
  anyDay.map(completed),
  anyDay.map(accepted),
  fc.tuple(anyDay, fc.constantFrom('2026-11-30', '2026-12-15')).map(([on, dueOn]) => sentBack(on, dueOn)),
  anyDay.map(overdue),
  anyDay.map(withdrawn),
);
