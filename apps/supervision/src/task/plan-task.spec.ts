import type { Period } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { adoptedSmallProgramme, groupUnits } from '../testing/small-programme';
import { day, plan, planned, TODAY, wageAccounts, YESTERDAY } from '../testing/task-story';
import { task } from './task.decider';

const given = specify(task);

describe('A task that is planned', () => {
  it('keeps the lead departments of its measure, and their units, as they stand that day (CC-T1, QD-16)', () =>
    given()
      .when(plan())
      .then(planned({ plannedOn: TODAY })));
  it('names a unit that leads by two departments once', () => {
    const both = new Map([
      ['production', 'union-office'],
      ['human-resources', 'union-office'],
    ]);
    given()
      .when({
        type: 'PlanTask',
        data: wageAccounts,
        adopted: { ...adoptedSmallProgramme, unitOfDepartment: both },
        units: groupUnits,
      })
      .then(planned({ plannedOn: TODAY, leadUnitIds: ['union-office'] }));
  });
  it('has no lead unit where the programme names no lead department', () =>
    given()
      .when(plan({ measureId: 'publicity' }))
      .then(planned({ plannedOn: TODAY, measureId: 'publicity', leadDepartmentIds: [], leadUnitIds: [] })));
  it('can be due today', () =>
    given()
      .when(plan({ dueOn: TODAY }))
      .then(planned({ plannedOn: TODAY, dueOn: TODAY })));
  it('cannot be due on a day that has passed', () =>
    given()
      .when(plan({ dueOn: YESTERDAY }))
      .thenRefused('supervision.planTask.dueDayPast', { dueOn: YESTERDAY }));
  it('needs a programme that was adopted', () =>
    given()
      .when({ type: 'PlanTask', data: wageAccounts, units: groupUnits })
      .thenRefused('supervision.planTask.programmeNotAdopted'));
  it('needs a measure of the version that is followed', () =>
    given()
      .when(plan({ measureId: 'housing' }))
      .thenRefused('supervision.planTask.measureUnknown', { measureId: 'housing' }));
  it.each([
    ['nowhere', 'unknown'],
    ['closed-company', 'closed'],
    ['other-group', 'outside'],
  ])('is given to open units of the adopter only: %s is %s', (unitId, fault) => {
    given()
      .when(plan({ ownerUnitId: unitId }))
      .thenRefused(`supervision.adopterUnit.${fault}`, { unitIds: unitId });
    given()
      .when(plan({ cooperatingUnitIds: ['bay-bridge', unitId] }))
      .thenRefused(`supervision.adopterUnit.${fault}`, { unitIds: unitId });
  });
  it('has an owner who does not cooperate with himself', () =>
    given()
      .when(plan({ cooperatingUnitIds: ['first-highway'] }))
      .thenRefused('supervision.planTask.ownerAlsoCooperates'));
  it('names a cooperating unit once', () =>
    given()
      .when(plan({ cooperatingUnitIds: ['bay-bridge', 'bay-bridge'] }))
      .thenRefused('supervision.planTask.cooperatingUnitRepeated', { unitId: 'bay-bridge' }));
  it('is planned once, however often it is told', () => given(planned()).when(plan()).thenNothing());
  it.each([
    ['title', { title: '另一项任务' }],
    ['owner', { ownerUnitId: 'group' }],
    ['due day', { dueOn: day('2026-12-01') }],
    ['evidence asked for', { evidenceAsked: '开户证明' }],
  ])('refuses another %s under the same id', (_, other) =>
    given(planned()).when(plan(other)).thenRefused('supervision.task.alreadyPlanned'),
  );
});

describe('A task for a recurring duty', () => {
  const duty = { dutyId: 'monthly-wage-check', period: '2026-11' as Period };
  const platform = { actor: 'platform:supervision' };

  it('is opened by the platform', () =>
    given()
      .when(plan({ duty }), platform)
      .then(planned({ plannedOn: TODAY, duty })));
  it('is not opened by hand: two could be opened for one period', () =>
    given().when(plan({ duty }), { actor: 'user:officer' }).thenRefused('supervision.planTask.dutyOpenedByHand'));
  it('is owed for a period that is over, when the platform was off while it ran', () => {
    const october = { dueOn: day('2026-10-31'), duty: { ...duty, period: '2026-10' as Period } };
    given()
      .when(plan(october), platform)
      .then(planned({ plannedOn: TODAY, ...october }));
  });
  it('can be due on the first day of its period, and not before', () => {
    const first = { dueOn: day('2026-11-01'), duty };
    given()
      .when(plan(first), platform)
      .then(planned({ plannedOn: TODAY, ...first }));
    given()
      .when(plan({ dueOn: day('2026-10-31'), duty }), platform)
      .thenRefused('supervision.planTask.dueBeforePeriod', { period: '2026-11' });
  });
  it('needs a duty of the measure', () => {
    given()
      .when(plan({ duty: { ...duty, dutyId: 'weekly-check' } }), platform)
      .thenRefused('supervision.planTask.dutyUnknown', { dutyId: 'weekly-check' });
    given()
      .when(plan({ measureId: 'publicity', duty }), platform)
      .thenRefused('supervision.planTask.dutyUnknown', { measureId: 'publicity' });
  });
  it.each(['2026', '2026-Q4', '2026-H2'])('needs a period of the kind that the duty recurs in, and not %s', (period) =>
    given()
      .when(plan({ duty: { ...duty, period: period as Period } }), platform)
      .thenRefused('supervision.planTask.dutyPeriodDiffers', { recurrence: 'month', period }),
  );
});
