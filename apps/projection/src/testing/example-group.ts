import {
  DepartmentsRemapped,
  type DutyPeriod,
  type Evidence,
  IndicatorReturnCorrected,
  IndicatorReturned,
  LeadingGroupReportIssued,
  ProgressReported,
  type Programme,
  ProgrammeAdopted,
  ProgrammePublished,
  TaskAccepted,
  TaskCompleted,
  TaskFellOverdue,
  TaskPlanned,
  TaskReturned,
  TaskWithdrawn,
  UnitEstablished,
  UnitMoved,
  UnitRenamed,
} from '@gongyou/contracts';
import { type Day, day, type Period, period } from '@gongyou/domain';
import type { Circumstances, EventsInMemory } from './events-in-memory';

const both = (zh: string, en: string) => ({ zh, en });

/** A programme with two measures, one duty, a target of each kind and one of the programme as a whole. */
export const exampleProgramme: Programme = {
  programmeId: 'reform',
  title: both('改革方案', 'Reform plan'),
  issuer: both('中交集团', 'CCCC'),
  basisDocuments: [],
  leadingBody: { kind: 'leadingGroup', name: both('领导小组', 'Leading group'), posts: [], members: [] },
  departments: [
    { departmentId: 'personnel', name: both('人力资源部', 'Human resources') },
    { departmentId: 'union-office', name: both('工会', 'Trade union') },
  ],
  parts: [{ partId: 'part-1', title: both('第一部分', 'Part one') }],
  items: [
    {
      provisionId: 'CC-OG1',
      kind: 'ratio',
      text: both('高技能人才占比', 'Share of the highly skilled'),
      target: {
        indicator: 'highlySkilledShare',
        op: '>=',
        value: 33,
        unit: 'percent',
        by: day('2026-12-31'),
        stated: 'number',
        basisPoints: 3300,
      },
    },
    { provisionId: 'CC-T1', kind: 'measure', text: both('成立领导小组', 'Set up the leading group') },
  ],
  measures: [
    {
      measureId: 'wages',
      number: 13,
      partId: 'part-1',
      title: both('保障工资', 'Secure wages'),
      keyPoints: both('要点', 'Key points'),
      leadDepartmentIds: ['personnel'],
      cooperatingDepartmentIds: ['union-office'],
      provisionIds: ['CC-13b', 'CC-13x'],
      items: [
        {
          provisionId: 'CC-13b',
          kind: 'ratio',
          text: both('专户全覆盖', 'Every project has its account'),
          target: {
            indicator: 'accountRate',
            op: '>=',
            value: 100,
            unit: 'percent',
            stated: 'wording',
            basisPoints: 10000,
          },
        },
        {
          provisionId: 'CC-13x',
          kind: 'ratio',
          text: both('投入增加', 'Spend more'),
          target: { indicator: 'trainingSpent', op: 'increase', unit: 'CNY', period: 'month', stated: 'wording' },
        },
      ],
    },
    {
      measureId: 'reports',
      number: 16,
      partId: 'part-1',
      title: both('专题报告', 'Special reports'),
      keyPoints: both('要点', 'Key points'),
      leadDepartmentIds: ['union-office'],
      cooperatingDepartmentIds: [],
      provisionIds: ['CC-16a'],
      items: [
        {
          provisionId: 'CC-16a',
          kind: 'rhythm',
          text: both('每月一次', 'Once a month'),
          target: {
            indicator: 'monthlyReports',
            op: '>=',
            value: 1,
            unit: 'times',
            period: 'month',
            stated: 'frequency',
          },
        },
      ],
    },
  ],
  duties: [
    {
      dutyId: 'monthly-report',
      provisionId: 'CC-16a',
      measureId: 'reports',
      title: both('月度报告', 'Monthly report'),
      period: 'month',
      evidence: both('报告', 'The report'),
    },
  ],
};

/** Writes the history of a group with two companies, of which the first has a project, into a log. */
export class ExampleGroup {
  constructor(readonly log: EventsInMemory) {}

  /** The tree, the programme and its adoption on 1 October 2026. */
  found(): this {
    this.unit('cccc', 'group');
    this.unit('company-a', 'company', 'cccc');
    this.unit('company-b', 'company', 'cccc');
    this.unit('project-1', 'project', 'company-a');
    this.log.record(ProgrammePublished, 'programme-reform', {
      programmeId: 'reform',
      programmeVersion: 1,
      programme: exampleProgramme,
    });
    this.log.record(ProgrammeAdopted, 'adoption-reform~cccc', {
      programmeId: 'reform',
      programmeVersion: 1,
      organizationId: 'cccc',
      adoptedOn: day('2026-10-01'),
      leadingGroup: { name: '领导小组', posts: [{ post: '组长', holder: '党委书记' }] },
      officeUnitId: 'cccc',
      departments: [
        { departmentId: 'personnel', unitId: 'company-a' },
        { departmentId: 'union-office', unitId: 'company-b' },
      ],
    });
    return this;
  }

  unit(unitId: string, kind: UnitEstablished['kind'], parentId?: string, establishedOn = '2020-01-01'): number {
    const data = {
      unitId,
      kind,
      name: `单位 ${unitId}`,
      ...(parentId !== undefined && { parentId }),
      establishedOn: day(establishedOn),
    };
    return this.log.record(UnitEstablished, `unit-${unitId}`, data);
  }

  move(unitId: string, parentId: string, movedOn: string): number {
    return this.log.record(UnitMoved, `unit-${unitId}`, { unitId, parentId, movedOn: day(movedOn) });
  }

  rename(unitId: string, name: string, renamedOn: string): number {
    return this.log.record(UnitRenamed, `unit-${unitId}`, { unitId, name, renamedOn: day(renamedOn) });
  }

  remap(departmentId: string, unitId: string, effectiveOn: string): number {
    return this.log.record(DepartmentsRemapped, 'adoption-reform~cccc', {
      programmeId: 'reform',
      organizationId: 'cccc',
      departments: [{ departmentId, unitId }],
      effectiveOn: day(effectiveOn),
    });
  }

  plan(taskId: string, planned: Partial<TaskPlanned> = {}, told: Circumstances = {}): number {
    const data: TaskPlanned = {
      taskId,
      programmeId: 'reform',
      programmeVersion: 1,
      organizationId: 'cccc',
      measureId: 'wages',
      title: `任务 ${taskId}`,
      ownerUnitId: 'company-a',
      cooperatingUnitIds: [],
      leadDepartmentIds: ['personnel'],
      leadUnitIds: ['company-a'],
      plannedOn: day('2026-11-02'),
      dueOn: day('2026-11-30'),
      ...planned,
    };
    return this.log.record(TaskPlanned, `task-${taskId}`, data, told);
  }

  planDuty(taskId: string, of: Period, ownerUnitId = 'company-b', dueOn = '2026-11-30'): number {
    const duty: DutyPeriod = { dutyId: 'monthly-report', period: of };
    return this.plan(taskId, { measureId: 'reports', ownerUnitId, duty, dueOn: day(dueOn) });
  }

  report(taskId: string, progressPercent: number, reportedOn: string, told: Circumstances = {}): number {
    const data = { taskId, progressPercent, note: '已推进', evidence: [], reportedOn: day(reportedOn) };
    return this.log.record(ProgressReported, `task-${taskId}`, data, told);
  }

  complete(taskId: string, completedOn: string, evidence: Evidence[] = []): number {
    const data = { taskId, note: '已办结', evidence, completedOn: day(completedOn), completedBy: 'client:spec' };
    return this.log.record(TaskCompleted, `task-${taskId}`, data);
  }

  accept(taskId: string, acceptedOn: string): number {
    return this.log.record(TaskAccepted, `task-${taskId}`, { taskId, acceptedOn: day(acceptedOn) });
  }

  sendBack(taskId: string, returnedOn: string, dueOn: string): number {
    const data = { taskId, reason: '证据不足', returnedOn: day(returnedOn), dueOn: day(dueOn) };
    return this.log.record(TaskReturned, `task-${taskId}`, data);
  }

  withdraw(taskId: string, withdrawnOn: string): number {
    return this.log.record(TaskWithdrawn, `task-${taskId}`, { taskId, reason: '重复', withdrawnOn: day(withdrawnOn) });
  }

  fallOverdue(taskId: string, overdueOn: string): number {
    const data = { taskId, dueOn: day(overdueOn), overdueOn: day(overdueOn) };
    return this.log.record(TaskFellOverdue, `task-${taskId}`, data);
  }

  returnIndicator(
    indicator: string,
    of: string,
    numerator: number,
    denominator?: number,
    told: { unitId?: string; on?: string } = {},
  ): number {
    const { unitId = 'company-a', on = '2026-11-10' } = told;
    return this.log.record(IndicatorReturned, streamOfReturn(indicator, unitId, of), {
      programmeId: 'reform',
      organizationId: 'cccc',
      indicator,
      unitId,
      period: period(of),
      numerator,
      ...(denominator !== undefined && { denominator }),
      evidence: [],
      returnedOn: day(on),
    });
  }

  correctIndicator(
    indicator: string,
    of: string,
    from: [number, number?],
    to: [number, number?],
    correctedOn: string,
  ): number {
    return this.log.record(IndicatorReturnCorrected, streamOfReturn(indicator, 'company-a', of), {
      programmeId: 'reform',
      organizationId: 'cccc',
      indicator,
      unitId: 'company-a',
      period: period(of),
      numerator: to[0],
      ...(to[1] !== undefined && { denominator: to[1] }),
      replacedNumerator: from[0],
      ...(from[1] !== undefined && { replacedDenominator: from[1] }),
      evidence: [],
      reason: '误报',
      correctedOn: day(correctedOn),
    });
  }

  issueReport(of: string, asOf: { day: Day; position: number }, reportSha256: string): number {
    return this.log.record(LeadingGroupReportIssued, 'adoption-reform~cccc', {
      programmeId: 'reform',
      organizationId: 'cccc',
      period: period(of),
      asOfDay: asOf.day,
      asOfPosition: asOf.position,
      reportSha256,
      issuedOn: asOf.day,
    });
  }
}

const streamOfReturn = (indicator: string, unitId: string, of: string): string =>
  `indicatorReturn-reform~cccc~${indicator}~${unitId}~${of}`;
