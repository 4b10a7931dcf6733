import {
  AcceptTask,
  AdoptProgramme,
  CompleteTask,
  IssueReport,
  PlanTask,
  PublishProgramme,
  ReportProgress,
  ReturnTask,
  SubmitIndicatorReturn,
} from '@gongyou/contracts';
import { addDays, dayOfInstant, lastDay, monthOf, type Period } from '@gongyou/domain';
import { answerHeaders, requestHeaders } from '@gongyou/messaging';
import { taskIdOfDuty } from '../../../supervision/src/open-recurring-tasks.process';
import { smallProgramme } from '../../../supervision/src/testing/small-programme';
import { as, startSupervisionPlatform, type SupervisionPlatform } from './supervision-platform';

const today = dayOfInstant(new Date());
const yesterday = addDays(today, -1);
const of = { programmeId: 'small-reform', organizationId: 'group' };
const month = monthOf(today) as string as Period;
const file = { fileName: '专用账户开户证明.pdf', sha256: 'a'.repeat(64) };

const office = as('office', { role: 'leadingGroupOffice', organizationId: 'union-office' });
const highwayOfficer = as('highway-officer', { role: 'unitOfficer', organizationId: 'first-highway' });
const highwayLead = as('highway-lead', { role: 'leadDepartment', organizationId: 'first-highway' });
const production = as('production', { role: 'leadDepartment', organizationId: 'production-department' });

const adoption: AdoptProgramme = {
  ...of,
  programmeVersion: 1,
  adoptedOn: today,
  leadingGroup: { name: '领导小组', posts: [{ post: '组长', holder: '党委书记' }] },
  officeUnitId: 'union-office',
  departments: [
    { departmentId: 'production', unitId: 'production-department' },
    { departmentId: 'human-resources', unitId: 'personnel-department' },
  ],
};
const planOf = (taskId: string, ownerUnitId = 'first-highway'): PlanTask => ({
  taskId,
  ...of,
  measureId: 'wages',
  title: '开立工资专用账户',
  ownerUnitId,
  cooperatingUnitIds: [],
  dueOn: today,
});
const progressOf = (taskId: string, progressPercent = 60): ReportProgress => ({
  taskId,
  progressPercent,
  note: '已开立三个专用账户',
  evidence: [file],
  reportedOn: today,
});

const duty = {
  ...of,
  measureId: 'wages',
  dutyId: 'monthly-wage-check',
  period: month,
  title: '核查工资',
  evidenceAsked: '工资支付台账',
  ownerUnitId: 'production-department',
  dueOn: lastDay(monthOf(today)),
};

describe('The supervision context over NATS', () => {
  let platform: SupervisionPlatform;

  beforeAll(async () => {
    platform = await startSupervisionPlatform({ dutiesOfAdoption: [duty], overdue: [] });
    await platform.startSupervision();
  });
  afterAll(() => platform.stop());

  it('takes a programme, its adoption and a task that a measure is broken into (CC-T1, QD-16)', async () => {
    await platform.operator.command(PublishProgramme, { programme: smallProgramme });
    const group = as('group', { role: 'leadingGroupOffice', organizationId: 'group' });
    await expect(platform.gateway.command(AdoptProgramme, adoption, group)).resolves.toMatchObject({
      stream: 'adoption-small-reform~group',
      events: [{ type: 'ProgrammeAdopted' }],
    });
    await platform.gateway.command(PlanTask, planOf('wage-accounts'), office);
    // The platform may have opened the adoption's recurring task before it.
    const planned = (await platform.events(2, 'TaskPlanned')).find(({ data }) => data.taskId === 'wage-accounts');
    expect(planned).toMatchObject({
      organizationId: 'first-highway',
      actor: 'user:office',
      data: { programmeVersion: 1, leadUnitIds: ['production-department', 'personnel-department'], plannedOn: today },
    });
  });

  it('opens the recurring tasks of the running period when a programme is adopted (QD-20)', async () => {
    const taskId = taskIdOfDuty(duty);
    const planned = await platform.events(2, 'TaskPlanned');
    const opened = planned.find(({ data }) => data.taskId === taskId);
    const [adopted] = await platform.events(1, 'ProgrammeAdopted');
    expect(opened).toMatchObject({
      actor: 'platform:supervision',
      causationId: adopted!.eventId,
      correlationId: adopted!.correlationId,
      data: { ownerUnitId: 'production-department', duty: { dutyId: 'monthly-wage-check', period: month } },
    });
  });

  it('takes a report from the enterprise system of the owner, and from no other (QD-20, CC-T2)', async () => {
    const harbour = await platform.callerAs('harbour-oa');
    await expect(harbour.command(ReportProgress, progressOf('wage-accounts'))).rejects.toMatchObject({
      code: 'access.outsideScope',
    });

    const highway = await platform.callerAs('highway-oa');
    const subject = 'cmd.highway-oa.supervision.task.report-progress';
    const key = { [requestHeaders.idempotencyKey]: 'report-1' };
    const first = await highway.ask(subject, JSON.stringify(progressOf('wage-accounts')), key);
    const again = await highway.ask(subject, JSON.stringify(progressOf('wage-accounts')), key);
    expect(again.string()).toBe(first.string());
    expect([first, again].map(({ headers }) => headers?.get(answerHeaders.repeated))).toEqual([undefined, 'true']);
    await expect(highway.ask(subject, JSON.stringify(progressOf('wage-accounts', 70)), key)).rejects.toMatchObject({
      code: 'command.idempotencyKeyReused',
    });
    expect(await platform.events(1, 'ProgressReported')).toHaveLength(1);
  });

  it('has a task judged by the lead department and not by the doer (RP-04)', async () => {
    const { gateway } = platform;
    const note = '全部办结';
    const completion: CompleteTask = { taskId: 'wage-accounts', note, evidence: [], completedOn: today };
    const acceptance: AcceptTask = { taskId: 'wage-accounts', acceptedOn: today };
    await gateway.command(CompleteTask, completion, highwayOfficer);
    await expect(gateway.command(AcceptTask, acceptance, highwayOfficer)).rejects.toMatchObject({
      code: 'access.roleMissing',
    });
    await expect(gateway.command(AcceptTask, acceptance, highwayLead)).rejects.toMatchObject({
      code: 'access.outsideScope',
    });

    const sentBack = { taskId: 'wage-accounts', reason: '请补充核对表', returnedOn: today };
    await gateway.command(ReturnTask, sentBack, production);
    const administrator = as('group-administrator', { role: 'administrator', organizationId: 'group' });
    await gateway.command(CompleteTask, completion, administrator);
    await expect(gateway.command(AcceptTask, acceptance, administrator)).rejects.toMatchObject({
      code: 'supervision.task.doerCannotAccept',
    });
    await expect(gateway.command(AcceptTask, acceptance, office)).resolves.toMatchObject({
      events: [{ type: 'TaskAccepted' }],
    });
  });

  it('refuses what reaches outside the adopter', async () => {
    await expect(platform.gateway.command(PlanTask, planOf('elsewhere', 'other-group'), office)).rejects.toMatchObject({
      code: 'supervision.adopterUnit.outside',
    });
    await expect(
      platform.gateway.command(PlanTask, { ...planOf('elsewhere'), organizationId: 'other-group' }, office),
    ).rejects.toMatchObject({ code: 'access.outsideScope' });
  });

  it('takes an indicator that a unit returns, and its correction (RP-03)', async () => {
    const rate: SubmitIndicatorReturn = {
      ...of,
      indicator: 'realNameRegistrationRate',
      unitId: 'first-highway',
      period: month,
      numerator: 986,
      denominator: 1000,
      evidence: [],
      returnedOn: today,
    };
    const highway = await platform.callerAs('highway-oa');
    await highway.command(SubmitIndicatorReturn, rate);
    await highway.command(SubmitIndicatorReturn, { ...rate, numerator: 990, correctionReason: '漏报一个项目' });
    const [corrected] = await platform.events(1, 'IndicatorReturnCorrected');
    expect(corrected!.data).toMatchObject({ numerator: 990, replacedNumerator: 986, replacedDenominator: 1000 });
  });

  it('puts a report on record as of a position that the ledger has reached (CC-16a)', async () => {
    const [planned] = await platform.events(1, 'TaskPlanned');
    const report: IssueReport = {
      ...of,
      period: month,
      asOfDay: today,
      asOfPosition: planned!.position,
      reportSha256: 'b'.repeat(64),
    };
    await expect(platform.gateway.command(IssueReport, report, office)).resolves.toMatchObject({
      events: [{ type: 'LeadingGroupReportIssued' }],
    });
    await expect(
      platform.gateway.command(IssueReport, { ...report, asOfPosition: 1_000_000 }, office),
    ).rejects.toMatchObject({ code: 'supervision.adoption.positionUnknown' });
  });

  it('closes yesterday on its first start', async () => {
    const [closed] = await platform.events(1, 'DayClosed');
    expect(closed).toMatchObject({ stream: 'calendar-platform', organizationId: 'platform', data: { day: yesterday } });
  });
});
