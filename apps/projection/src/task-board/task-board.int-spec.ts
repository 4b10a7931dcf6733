import { day, period } from '@gongyou/domain';
import { DutiesToOpenQuery } from '../adoption-register/duties-to-open.query';
import { AdoptionsQuery } from '../adoption-register/adoptions.query';
import { ProgrammesQuery } from '../programme-register/programmes.query';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleGroup, exampleProgramme } from '../testing/example-group';
import { RunningReadModels } from '../testing/running-read-models';
import { TaskQuery } from './task.query';
import { TasksQuery } from './tasks.query';

describe('The registers of supervision', () => {
  let models: RunningReadModels;
  let group: ExampleGroup;
  const everyone = () => Promise.resolve();

  beforeEach(async () => {
    group = new ExampleGroup(new EventsInMemory()).found();
    models = await RunningReadModels.start(group.log);
  });

  afterEach(() => models.stop());

  const settled = () => ({ after: group.log.head });

  describe('keep a task board', () => {
    beforeEach(() => {
      group.plan('t1', { dueOn: day('2026-12-31') });
      group.plan('t2', { ownerUnitId: 'project-1' });
      group.plan('t3', { ownerUnitId: 'company-b', measureId: 'reports' });
      group.fallOverdue('t2', '2026-11-30');
      group.report('t3', 10, '2026-11-03');
    });

    const ids = async (asked: Partial<Parameters<TasksQuery['answer']>[0]> = {}) =>
      (
        await new TasksQuery(models.reading).answer({ programme: 'reform', organization: 'cccc', ...asked }, settled())
      ).tasks.map(({ taskId }) => taskId);

    it('in the order of due day and id', async () => {
      expect(await ids()).toEqual(['t2', 't3', 't1']);
    });

    it('of what a unit and those below it own', async () => {
      expect(await ids({ organization: 'company-a' })).toEqual(['t2', 't1']);
      expect(await ids({ organization: 'project-1' })).toEqual(['t2']);
      expect(await ids({ organization: 'nowhere' })).toEqual([]);
    });

    it('that can be narrowed', async () => {
      expect(await ids({ measure: 'reports' })).toEqual(['t3']);
      expect(await ids({ stage: 'inProgress' })).toEqual(['t3']);
      expect(await ids({ overdue: 'true' })).toEqual(['t2']);
      expect(await ids({ dueMonth: '2026-12' as never })).toEqual(['t1']);
    });

    it('page by page', async () => {
      const tasks = new TasksQuery(models.reading);
      const asked = { programme: 'reform', organization: 'cccc', limit: 2 };
      const first = await tasks.answer(asked, settled());
      const second = await tasks.answer({ ...asked, cursor: first.nextCursor! }, {});
      expect([first.tasks.length, second.tasks.map(({ taskId }) => taskId), second.nextCursor]).toEqual([
        2,
        ['t1'],
        null,
      ]);
    });

    it.each(['2026-02-30.t1', 't1', '', "2026-11-30' OR 1=1"])(
      'and refuse a cursor that no page gave: %s',
      (cursor) => {
        const asked = { programme: 'reform', organization: 'cccc', cursor };
        expect(() => new TasksQuery(models.reading).answer(asked, {})).toThrow('reporting.badCursor');
      },
    );

    it('with each task as it stands', async () => {
      const { tasks } = await new TasksQuery(models.reading).answer(
        { programme: 'reform', organization: 'project-1' },
        settled(),
      );
      expect(tasks).toEqual([
        {
          taskId: 't2',
          programmeId: 'reform',
          organizationId: 'cccc',
          measureId: 'wages',
          title: '任务 t2',
          ownerUnitId: 'project-1',
          ownerUnitName: '单位 project-1',
          cooperatingUnitIds: [],
          leadUnitIds: ['company-a'],
          stage: 'planned',
          overdue: true,
          progressPercent: 0,
          plannedOn: '2026-11-02',
          dueOn: '2026-11-30',
          evidenceAsked: null,
          duty: null,
          escalatedToUnitId: null,
        },
      ]);
    });
  });

  describe('tell one task', () => {
    const one = async (taskId: string, permit: (units: readonly string[]) => Promise<void> = everyone) =>
      new TaskQuery(models.reading, models.log).answer(taskId, settled(), permit);

    it('with its evidence and its history from the ledger', async () => {
      const evidence = [{ fileName: '纪要.pdf', sha256: 'ab'.repeat(32) }];
      const planned = group.plan('t1');
      group.plan('t2');
      const completed = group.complete('t1', '2026-11-05', evidence);
      const { task, history } = await one('t1');
      expect(task).toMatchObject({ stage: 'awaitingAcceptance', evidence });
      expect(history.map(({ type, position }) => [type, position])).toEqual([
        ['TaskPlanned', planned],
        ['TaskCompleted', completed],
      ]);
    });

    it('only to those whom its units permit', async () => {
      group.plan('t1', { ownerUnitId: 'project-1', cooperatingUnitIds: ['company-b'] });
      const asked: string[][] = [];
      await one('t1', (units) => Promise.resolve(void asked.push([...units])));
      expect(asked).toEqual([['cccc', 'project-1', 'company-b', 'company-a']]);
      await expect(one('t1', () => Promise.reject(new Error('not yours')))).rejects.toThrow('not yours');
    });

    it('that was planned', async () => {
      await expect(one('nothing')).rejects.toMatchObject({ kind: 'notFound', code: 'reporting.taskUnknown' });
    });
  });

  describe('find the tasks that a closed day leaves overdue', () => {
    const found = async (closedDay: string) =>
      (await new TasksQuery(models.reading).overdue({ closedDay: day(closedDay) }, settled())).taskIds;

    it('from the day on which they were due', async () => {
      group.plan('t1');
      expect(await found('2026-11-29')).toEqual([]);
      expect(await found('2026-11-30')).toEqual(['t1']);
    });

    it('but not those that are completed, withdrawn, or known as overdue', async () => {
      for (const id of ['t1', 't2', 't3', 't4']) group.plan(id);
      group.complete('t1', '2026-11-05');
      group.withdraw('t2', '2026-11-05');
      group.fallOverdue('t3', '2026-11-30');
      expect(await found('2026-12-01')).toEqual(['t4']);
    });

    it('and those that were sent back', async () => {
      group.plan('t1');
      group.complete('t1', '2026-11-05');
      group.sendBack('t1', '2026-11-06', '2026-11-30');
      expect(await found('2026-11-30')).toEqual(['t1']);
    });

    it('page by page', async () => {
      for (let number = 100; number < 700; number += 1) group.plan(`t${number}`);
      const tasks = new TasksQuery(models.reading);
      const first = await tasks.overdue({ closedDay: day('2026-11-30') }, settled());
      const second = await tasks.overdue({ closedDay: day('2026-11-30'), cursor: first.nextCursor! }, {});
      expect([first.taskIds.length, second.taskIds.length, second.nextCursor]).toEqual([500, 100, null]);
      expect(new Set([...first.taskIds, ...second.taskIds]).size).toBe(600);
    });
  });

  describe('find the duties that have no task yet', () => {
    const owed = async (on: string, adoption?: string) =>
      (
        await new DutiesToOpenQuery(models.reading).answer(
          { day: day(on), ...(adoption !== undefined && { adoption }) },
          settled(),
        )
      ).duties;

    it('for the period in which the day lies, with the unit of the lead department as the owner', async () => {
      expect(await owed('2026-11-20')).toEqual([
        {
          programmeId: 'reform',
          organizationId: 'cccc',
          measureId: 'reports',
          dutyId: 'monthly-report',
          period: '2026-11',
          title: '月度报告',
          evidenceAsked: '报告',
          ownerUnitId: 'company-b',
          dueOn: '2026-11-30',
        },
      ]);
    });

    it('none once its task was planned, even if it was withdrawn', async () => {
      group.planDuty('d11', period('2026-11'));
      expect(await owed('2026-11-20')).toEqual([]);
      group.withdraw('d11', '2026-11-21');
      expect(await owed('2026-11-20')).toEqual([]);
      expect((await owed('2026-12-01')).map((duty) => duty.period)).toEqual(['2026-12']);
    });

    it('none before the programme was adopted, and none of another adoption', async () => {
      expect(await owed('2026-09-30')).toEqual([]);
      expect(await owed('2026-11-20', 'reform~company-a')).toEqual([]);
      expect(await owed('2026-11-20', 'reform~cccc')).toHaveLength(1);
    });

    it('owned by the unit that the department is mapped to on that day', async () => {
      group.remap('union-office', 'project-1', '2026-12-01');
      expect((await owed('2026-11-30'))[0]!.ownerUnitId).toBe('company-b');
      expect((await owed('2026-12-01'))[0]!.ownerUnitId).toBe('project-1');
    });
  });

  it('tell which programmes there are, and each version whole', async () => {
    group.log.record('ProgrammeAmended', 'programme-reform', {
      programmeId: 'reform',
      programmeVersion: 2,
      programme: { ...exampleProgramme, measures: exampleProgramme.measures.slice(0, 1), duties: [] },
      reason: '修订',
    });
    const programmes = new ProgrammesQuery(models.reading);
    expect((await programmes.programmes(settled())).programmes).toEqual([
      { programmeId: 'reform', version: 2, title: exampleProgramme.title, measures: 1 },
    ]);
    const first = await programmes.version({ programme: 'reform', version: 1 }, {});
    expect(first).toMatchObject({ version: 1, versions: [1, 2], programme: exampleProgramme });
    expect((await programmes.version({ programme: 'reform' }, {})).version).toBe(2);
    await expect(programmes.version({ programme: 'reform', version: 3 }, {})).rejects.toMatchObject({
      kind: 'notFound',
    });
    await expect(programmes.version({ programme: 'nothing' }, {})).rejects.toMatchObject({ kind: 'notFound' });
  });

  it('tell who has adopted what, as it is in force', async () => {
    group.remap('personnel', 'project-1', '2026-11-20');
    group.remap('union-office', 'project-1', '2026-11-21');
    const adoptions = new AdoptionsQuery(models.reading);
    expect((await adoptions.answer({ organization: 'cccc' }, settled())).adoptions).toEqual([
      {
        programmeId: 'reform',
        programmeVersion: 1,
        organizationId: 'cccc',
        organizationName: '单位 cccc',
        adoptedOn: '2026-10-01',
        leadingGroup: { name: '领导小组', posts: [{ post: '组长', holder: '党委书记' }] },
        officeUnitId: 'cccc',
        departments: [
          { departmentId: 'personnel', unitId: 'project-1' },
          { departmentId: 'union-office', unitId: 'company-b' },
        ],
      },
    ]);
    expect((await adoptions.answer({ organization: 'company-a' }, {})).adoptions).toEqual([]);
  });

  it('keep the last day that was closed', async () => {
    for (const closed of ['2026-11-18', '2026-11-20', '2026-11-19'])
      group.log.record('DayClosed', 'calendar-platform', { day: closed });
    await models.caughtUp();
    expect(await models.dataSource.query('SELECT day FROM last_closed_day')).toEqual([{ day: '2026-11-20' }]);
  });
});
