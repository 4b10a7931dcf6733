import { AdoptProgramme, PlanTask, PublishProgramme } from '@gongyou/contracts';
import { addDays, type Day, dayOfInstant, monthOf, type Period, periodRange, previousPeriod } from '@gongyou/domain';
import type { RunningService } from '@gongyou/messaging';
import {
  CloseDaysWhenTheyAreOver,
  MOST_UNATTENDED_DAYS,
} from '../../../supervision/src/close-days-when-they-are-over.process';
import { smallProgramme } from '../../../supervision/src/testing/small-programme';
import { type ReadModelAnswers, startSupervisionPlatform, type SupervisionPlatform } from './supervision-platform';

const of = { programmeId: 'small-reform', organizationId: 'group' };
const today = dayOfInstant(new Date());
const lastMonth = previousPeriod(monthOf(today) as string as Period);
const { to: lastOfLastMonth } = periodRange(lastMonth);
const ago = (days: number): Day => addDays(today, -days);
const noonOf = (day: Day): Date => new Date(`${day}T12:00:00+08:00`);

describe('The closing of days', () => {
  const readModel: ReadModelAnswers = { dutiesOfAdoption: [], overdue: [] };
  let platform: SupervisionPlatform;
  let supervision: RunningService;
  let now: Date;

  const closeMissingDays = () => supervision.app.get(CloseDaysWhenTheyAreOver, { strict: false }).closeMissingDays();
  const closedDays = async (count: number) => (await platform.events(count, 'DayClosed')).map(({ data }) => data.day);

  beforeAll(async () => {
    platform = await startSupervisionPlatform(readModel);
    now = noonOf(ago(100));
    supervision = await platform.startSupervision({ clock: () => now });
  });
  afterAll(() => platform.stop());

  it('begins with the day before the first start', async () => expect(await closedDays(1)).toEqual([ago(101)]));

  it('closes nothing more on the same day', async () => expect(await closeMissingDays()).toEqual([]));

  it('closes a day at midnight in Shanghai and not a second before', async () => {
    now = new Date(`${ago(100)}T23:59:59+08:00`);
    expect(await closeMissingDays()).toEqual([]);
    now = new Date(`${ago(99)}T00:00:00+08:00`);
    expect(await closeMissingDays()).toEqual([ago(100)]);
  });

  it('closes every day that was missed, one after the other', async () => {
    now = noonOf(ago(95));
    expect(await closeMissingDays()).toEqual([ago(99), ago(98), ago(97), ago(96)]);
    expect(await closedDays(6)).toEqual([ago(101), ago(100), ago(99), ago(98), ago(97), ago(96)]);
  });

  it('closes nothing when the clock was put back', async () => {
    now = noonOf(ago(200));
    expect(await closeMissingDays()).toEqual([]);
  });

  it('does not believe a clock that runs more than two months ahead of the calendar', async () => {
    now = noonOf(ago(95 - MOST_UNATTENDED_DAYS - 1));
    expect(await closeMissingDays()).toEqual([]);
  });

  it('closes two months of missed days by itself', async () => {
    now = noonOf(ago(95 - MOST_UNATTENDED_DAYS));
    expect(await closeMissingDays()).toHaveLength(MOST_UNATTENDED_DAYS);
  });

  it('has what is due escalated one level up, page by page (HM-18a)', async () => {
    await platform.operator.command(PublishProgramme, { programme: smallProgramme });
    await platform.operator.command(AdoptProgramme, {
      ...of,
      programmeVersion: 1,
      adoptedOn: ago(100),
      leadingGroup: { name: '领导小组', posts: [] },
      officeUnitId: 'union-office',
      departments: [
        { departmentId: 'production', unitId: 'production-department' },
        { departmentId: 'human-resources', unitId: 'personnel-department' },
      ],
    });
    const itself = await platform.callerAs('supervision');
    for (const ownerUnitId of ['bay-bridge', 'group', 'third-harbour']) {
      await itself.command(PlanTask, {
        taskId: `check-of-${ownerUnitId}`,
        ...of,
        measureId: 'wages',
        title: '核查工资',
        ownerUnitId,
        cooperatingUnitIds: [],
        dueOn: ownerUnitId === 'third-harbour' ? addDays(today, 30) : lastOfLastMonth,
        duty: { dutyId: 'monthly-wage-check', period: lastMonth },
      });
    }
    readModel.overdue = [
      ['check-of-bay-bridge', 'check-of-third-harbour'],
      ['check-of-group', 'check-of-bay-bridge'],
    ];
    now = new Date();
    await closeMissingDays();

    const escalated = await platform.events(3, 'TaskFellOverdue', 'TaskEscalated');
    expect(escalated.map(({ type, actor, data }) => [type, actor, data.taskId, data.toUnitId])).toEqual([
      ['TaskFellOverdue', 'platform:supervision', 'check-of-bay-bridge', undefined],
      ['TaskEscalated', 'platform:supervision', 'check-of-bay-bridge', 'first-highway'],
      ['TaskFellOverdue', 'platform:supervision', 'check-of-group', undefined],
    ]);
  });
});

describe('The closing of days after a long pause', () => {
  it("goes on by the operator's word", async () => {
    const platform = await startSupervisionPlatform({ dutiesOfAdoption: [], overdue: [] });
    try {
      const before = await platform.startSupervision({ clock: () => noonOf(ago(80)) });
      expect((await platform.events(1, 'DayClosed')).map(({ data }) => data.day)).toEqual([ago(81)]);
      await before.close();
      await platform.startSupervision({ closeDaysThrough: ago(1) });
      expect((await platform.events(81, 'DayClosed')).at(-1)!.data.day).toBe(ago(1));
    } finally {
      await platform.stop();
    }
  });
});
