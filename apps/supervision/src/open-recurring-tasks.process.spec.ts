import { checked, PlanTask } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { openRecurringTasks, taskIdOfDuty } from './open-recurring-tasks.process';

const duty = { programmeId: 'small-reform', organizationId: 'group', dutyId: 'monthly-wage-check', period: '2026-11' };

describe('The task of a recurring duty', () => {
  it('has one id for one duty and period', () => expect(taskIdOfDuty({ ...duty })).toBe(taskIdOfDuty(duty)));
  it.each([{ period: '2026-12' }, { dutyId: 'yearly-report' }, { organizationId: 'other' }, { programmeId: 'other' }])(
    'has another id for another %j',
    (other) => expect(taskIdOfDuty({ ...duty, ...other })).not.toBe(taskIdOfDuty(duty)),
  );
  it('keeps its contract also when the programme says more than a task can', async () => {
    const long = '𠮷'.repeat(600);
    const whole = {
      ...duty,
      measureId: 'wages',
      title: long,
      evidenceAsked: long,
      ownerUnitId: 'office',
      dueOn: '2026-11-30' as Day,
    };
    const sent: unknown[] = [];
    await openRecurringTasks(
      { query: () => Promise.resolve({ duties: [whole] }) } as never,
      (_, __, data) => Promise.resolve(void sent.push(data)),
      { day: '2026-11-20' as Day },
      7,
    );
    const plan = checked(PlanTask, sent[0]);
    expect([...plan.title]).toHaveLength(200);
    expect(plan.title.endsWith('𠮷…')).toBe(true);
    expect(plan.duty).toEqual({ dutyId: 'monthly-wage-check', period: '2026-11' });
  });
});
