import { adoptedSmallProgramme, groupUnits } from '../testing/small-programme';
import {
  accept,
  complete,
  completed,
  escalate,
  giveBack,
  plan,
  planned,
  report,
  wageAccounts,
  withdraw,
} from '../testing/task-story';
import { taskAggregate } from './task.aggregate';
import { task, type TaskWish } from './task.decider';

const state = [planned(), completed()].reduce((folded, event) => task.evolve(folded, event), task.initialState);
const reach = (wish: TaskWish, of = state) => taskAggregate.reach(wish, of);
const atOffice = (wish: TaskWish): TaskWish => ({ ...wish, officeUnitId: 'union-office' }) as TaskWish;

describe('A task', () => {
  it('is planned by a lead department, the leading-group office or the whole organization', () =>
    expect(reach(plan(), task.initialState)).toEqual([
      'production-department',
      'personnel-department',
      'union-office',
      'group',
    ]));
  it('is planned by the whole organization where the measure is unknown', () =>
    expect(
      taskAggregate.reach(
        {
          type: 'PlanTask',
          data: { ...wageAccounts, measureId: 'housing' },
          adopted: adoptedSmallProgramme,
          units: groupUnits,
        },
        task.initialState,
      ),
    ).toEqual(['union-office', 'group']));
  it('is reported on by its owner and who cooperates', () =>
    expect(reach(report(50))).toEqual(['first-highway', 'bay-bridge']));
  it('is completed by its owner alone', () => expect(reach(complete())).toEqual(['first-highway']));
  it.each([
    ['accepted', accept()],
    ['returned', giveBack()],
    ['withdrawn', withdraw()],
  ])('is %s by the lead side and never by its owner (RP-04)', (_, wish) =>
    expect(reach(atOffice(wish))).toEqual(['production-department', 'personnel-department', 'union-office', 'group']),
  );
  it('is escalated under the organization', () => expect(reach(escalate())).toEqual(['group']));
  it('gives nobody a hold before it is planned', () => expect(reach(report(50), task.initialState)).toEqual([]));
  it('is recorded under its owner', () =>
    expect([
      taskAggregate.organizationOf(plan(), task.initialState),
      taskAggregate.organizationOf(accept(), state),
    ]).toEqual(['first-highway', 'first-highway']));
});
