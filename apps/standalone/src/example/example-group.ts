import type { Day } from '@gongyou/domain';
import { addDays } from '@gongyou/domain';

/** The construction group that a first start comes with, so that there is a report to look at. No real group, and no real person. */
export const EXAMPLE_GROUP = 'example-group';
export const EXAMPLE_PROGRAMME = 'cccc-reform';

/** The units below the group that are no departments of its headquarters. */
export const exampleUnits = [
  { unitId: 'example-highway', kind: 'company', name: '示例公路工程公司', parentId: EXAMPLE_GROUP },
  { unitId: 'example-harbour', kind: 'company', name: '示例航务工程公司', parentId: EXAMPLE_GROUP },
  { unitId: 'example-bridge', kind: 'project', name: '海湾大桥项目部', parentId: 'example-highway' },
  { unitId: 'example-port', kind: 'project', name: '北港码头项目部', parentId: 'example-harbour' },
  { unitId: 'example-rebar-crew', kind: 'crew', name: '钢筋一班', parentId: 'example-bridge' },
  { unitId: 'example-formwork-crew', kind: 'crew', name: '模板一班', parentId: 'example-bridge' },
  { unitId: 'example-pile-crew', kind: 'crew', name: '桩基一班', parentId: 'example-port' },
] as const;

/** The subsidiaries that the programme names beside departments, and the units that stand for them here. */
export const exampleSubsidiaries: Readonly<Record<string, string>> = {
  'third-harbour': 'example-harbour',
  'first-highway': 'example-highway',
};

/** Every other department of the programme is a department of the group's headquarters. */
export const exampleUnitOf = (departmentId: string): string =>
  exampleSubsidiaries[departmentId] ?? `example-${departmentId}`;

/** Day on which the group's units were set up. */
export const ESTABLISHED_ON = '2020-01-01' as Day;

interface ExampleTask {
  taskId: string;
  measureId: string;
  title: string;
  ownerUnitId: string;
  cooperatingUnitIds: string[];
  evidenceAsked?: string;
  /** Days from the start to the due day. */
  dueInDays: number;
  /** What has happened to it so far. */
  so: 'planned' | 'reported' | 'completed' | 'accepted' | 'returned';
}

export const exampleTasks: readonly ExampleTask[] = [
  {
    taskId: 'example-wage-accounts-highway',
    measureId: 'cc-13',
    title: '为全部在建项目开立农民工工资专用账户，完成“六统一”核对',
    ownerUnitId: 'example-highway',
    cooperatingUnitIds: ['example-bridge'],
    evidenceAsked: '专用账户开户证明、六统一核对表',
    dueInDays: 20,
    so: 'reported',
  },
  {
    taskId: 'example-wage-accounts-harbour',
    measureId: 'cc-13',
    title: '为全部在建项目开立农民工工资专用账户，完成“六统一”核对',
    ownerUnitId: 'example-harbour',
    cooperatingUnitIds: ['example-port'],
    evidenceAsked: '专用账户开户证明、六统一核对表',
    dueInDays: 20,
    so: 'planned',
  },
  {
    taskId: 'example-union-admission',
    measureId: 'cc-12',
    title: '北港码头项目部组织产业工人集体入会',
    ownerUnitId: 'example-harbour',
    cooperatingUnitIds: ['example-port'],
    dueInDays: 15,
    so: 'accepted',
  },
  {
    taskId: 'example-training-matrix',
    measureId: 'cc-05',
    title: '编制产业工人培训矩阵，一线职工培训经费占比不低于60%',
    ownerUnitId: 'example-human-resources',
    cooperatingUnitIds: ['example-finance-and-capital'],
    dueInDays: 30,
    so: 'returned',
  },
  {
    taskId: 'example-labour-contracts',
    measureId: 'cc-15',
    title: '核查协作单位书面劳动合同签订情况，杜绝代签',
    ownerUnitId: 'example-highway',
    cooperatingUnitIds: ['example-legal-and-risk-control'],
    dueInDays: 25,
    so: 'completed',
  },
  {
    taskId: 'example-branches-on-sites',
    measureId: 'cc-02',
    title: '在符合条件的项目建立临时党支部',
    ownerUnitId: 'example-party-work',
    cooperatingUnitIds: ['example-trade-union-office'],
    dueInDays: 35,
    so: 'planned',
  },
  {
    taskId: 'example-living-environment',
    measureId: 'cc-14',
    title: '海湾大桥项目部按“三个基本配置”改善宿舍、食堂、浴室',
    ownerUnitId: 'example-bridge',
    cooperatingUnitIds: [],
    evidenceAsked: '配置核查表、现场照片',
    dueInDays: 28,
    so: 'reported',
  },
];

/** Within the year of the start, so that the year's report shows every task. */
export const dueDayOf = (task: ExampleTask, start: Day): Day => {
  const due = addDays(start, task.dueInDays);
  const lastOfYear = `${start.slice(0, 4)}-12-31` as Day;
  return due < lastOfYear ? due : lastOfYear;
};
