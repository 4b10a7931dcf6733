import {
  AdoptProgramme,
  FigureEvents,
  type FigureEventsAnswer,
  type LeadingGroupReportAnswer,
  LeadingGroupReportQuery,
  PlanTask,
  PublishProgramme,
} from '@gongyou/contracts';
import { addDays, type Day, dayOfInstant, monthOf, type Period, periodRange, previousPeriod } from '@gongyou/domain';
import { requestHeaders, type RunningService } from '@gongyou/messaging';
import { CloseDaysWhenTheyAreOver } from '../../../supervision/src/close-days-when-they-are-over.process';
import { smallProgramme } from '../../../supervision/src/testing/small-programme';
import { startSupervisionPlatform, type SupervisionPlatform } from './supervision-platform';

const of = { programmeId: 'small-reform', organizationId: 'group' };
const today = dayOfInstant(new Date());
const lastMonth = previousPeriod(monthOf(today) as string as Period);
const ago = (days: number): Day => addDays(today, -days);

describe('A task that is not done when its day is closed', () => {
  let platform: SupervisionPlatform;
  let supervision: RunningService;
  let now = new Date(`${ago(3)}T12:00:00+08:00`);

  beforeAll(async () => {
    platform = await startSupervisionPlatform();
    supervision = await platform.startSupervision({ clock: () => now });
    await platform.operator.command(PublishProgramme, { programme: smallProgramme });
    await platform.operator.command(AdoptProgramme, {
      ...of,
      programmeVersion: 1,
      adoptedOn: ago(3),
      leadingGroup: { name: '领导小组', posts: [] },
      officeUnitId: 'union-office',
      departments: [
        { departmentId: 'production', unitId: 'production-department' },
        { departmentId: 'human-resources', unitId: 'personnel-department' },
      ],
    });
    await (
      await platform.callerAs('supervision')
    ).command(PlanTask, {
      taskId: 'check-of-bay-bridge',
      ...of,
      measureId: 'wages',
      title: '核查工资',
      ownerUnitId: 'bay-bridge',
      cooperatingUnitIds: [],
      dueOn: periodRange(lastMonth).to,
      duty: { dutyId: 'monthly-wage-check', period: lastMonth },
    });
  });
  afterAll(() => platform.stop());

  it('is found by the projection, falls overdue and goes one level up (HM-18a)', async () => {
    now = new Date();
    await supervision.app.get(CloseDaysWhenTheyAreOver, { strict: false }).closeMissingDays();
    const events = await platform.events(2, 'TaskFellOverdue', 'TaskEscalated');
    expect(events.map(({ type, data }) => [type, data.taskId, data.toUnitId])).toEqual([
      ['TaskFellOverdue', 'check-of-bay-bridge', undefined],
      ['TaskEscalated', 'check-of-bay-bridge', 'first-highway'],
    ]);
  });

  it('stands as overdue in the report, and the figure opens to the event that says so', async () => {
    const [overdue] = await platform.events(1, 'TaskFellOverdue');
    const after = { [requestHeaders.after]: String(overdue!.position) };
    const asked = { programme: of.programmeId, organization: of.organizationId, period: lastMonth };
    const { report } = await platform.operator.query<LeadingGroupReportQuery, LeadingGroupReportAnswer>(
      LeadingGroupReportQuery,
      asked,
      after,
    );
    expect(report.totals.overdue.value).toBe(1);
    const opened = await platform.operator.query<FigureEvents, FigureEventsAnswer>(FigureEvents, {
      figure: report.totals.overdue.figure,
    });
    expect(opened.events.map(({ eventId, amount }) => [eventId, amount])).toEqual([[overdue!.eventId, 1]]);
  });
});
