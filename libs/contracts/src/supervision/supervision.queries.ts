import { type Day, IsDay, IsMonth, IsText, type Month } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import type { Role } from '../declare/role';
import { IsIdentifier, NumberFromText } from '../fields';
import type { DepartmentMapping, LeadingGroup } from './adoption.contract';
import type { Programme } from './programme';
import type { DutyPeriod, Evidence } from './task.contract';

const readers: Role[] = [
  'administrator',
  'leadingGroupOffice',
  'leadDepartment',
  'unitOfficer',
  'inspector',
  'enterpriseSystem',
  'platform',
];

/** Where a task stands. Overdue is found by the platform, never chosen (RP-05). */
export const taskStages = ['planned', 'inProgress', 'awaitingAcceptance', 'returned', 'accepted', 'withdrawn'] as const;
export type TaskStage = (typeof taskStages)[number];

/** The task board of an adopted programme, from one unit downwards; paged, in the order of due day and id. */
@Query({
  name: 'supervision.tasks',
  summary: { zh: '任务台账', en: 'Tasks of an adopted programme' },
  roles: readers,
  towards: ['CC-T1', 'CC-T2'],
})
export class Tasks {
  @IsIdentifier() programme!: string;
  /** The adopting organization or a unit below it: tasks that the unit or one below it owns. */
  @IsIdentifier() organization!: string;
  @IsOptional() @IsIdentifier() measure?: string;
  @IsOptional() @IsIn(taskStages) stage?: TaskStage;
  @IsOptional() @IsIn(['true', 'false']) overdue?: 'true' | 'false';
  @IsOptional() @IsMonth() dueMonth?: Month;
  @IsOptional() @IsText(100) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface TaskRow {
  taskId: string;
  programmeId: string;
  organizationId: string;
  measureId: string;
  title: string;
  ownerUnitId: string;
  ownerUnitName: string;
  cooperatingUnitIds: string[];
  leadUnitIds: string[];
  stage: TaskStage;
  overdue: boolean;
  progressPercent: number;
  plannedOn: string;
  dueOn: string;
  evidenceAsked: string | null;
  duty: DutyPeriod | null;
  escalatedToUnitId: string | null;
}

export interface TasksAnswer {
  tasks: TaskRow[];
  nextCursor: string | null;
  position: number;
}

/** One task with its history, each entry citing its event. */
@Query({ name: 'supervision.task', summary: { zh: '任务详情', en: 'One task and its history' }, roles: readers })
export class Task {
  @IsIdentifier() task!: string;
}

export interface TaskAnswer {
  task: TaskRow & { evidence: Evidence[] };
  history: {
    position: number;
    eventId: string;
    type: string;
    occurredAt: string;
    actor: string;
    client: string;
    data: unknown;
  }[];
  position: number;
}

/** The programmes that can be adopted, newest versions. */
@Query({
  name: 'supervision.programmes',
  summary: { zh: '改革实施方案目录', en: 'Reform programmes' },
  roles: readers,
  towards: ['QD-01'],
})
export class Programmes {}

export interface ProgrammesAnswer {
  programmes: { programmeId: string; version: number; title: { zh: string; en: string }; measures: number }[];
  position: number;
}

/** One version of a programme, whole. */
@Query({
  name: 'supervision.programme',
  summary: { zh: '改革实施方案', en: 'One reform programme' },
  roles: readers,
  towards: ['CC-T1', 'QD-02a'],
})
export class ProgrammeVersion {
  @IsIdentifier() programme!: string;
  /** The newest when absent. */
  @IsOptional() @NumberFromText() @IsInt() @Min(1) version?: number;
}

export interface ProgrammeVersionAnswer {
  programmeId: string;
  version: number;
  versions: number[];
  programme: Programme;
  position: number;
}

/** Who has adopted which programme, at or below a unit. */
@Query({
  name: 'supervision.adoptions',
  summary: { zh: '方案采纳情况', en: 'Adopted programmes' },
  roles: readers,
  towards: ['QD-04'],
})
export class Adoptions {
  @IsIdentifier() organization!: string;
}

export interface AdoptionRow {
  programmeId: string;
  programmeVersion: number;
  organizationId: string;
  organizationName: string;
  adoptedOn: string;
  leadingGroup: LeadingGroup;
  officeUnitId: string;
  departments: DepartmentMapping[];
}

export interface AdoptionsAnswer {
  adoptions: AdoptionRow[];
  position: number;
}

/** For the platform itself: open tasks whose due day has passed when a day is closed, and that are not yet known as overdue. */
@Query({
  name: 'supervision.tasks-overdue',
  summary: { zh: '超期任务', en: 'Tasks that a closed day finds overdue' },
  roles: ['platform'],
})
export class TasksOverdue {
  @IsDay() closedDay!: Day;
  @IsOptional() @IsText(100) cursor?: string;
}

export interface TasksOverdueAnswer {
  taskIds: string[];
  nextCursor: string | null;
}

/** For the platform itself: recurring duties of adopted programmes that have no task yet for the period a day lies in. */
@Query({
  name: 'supervision.duties-to-open',
  summary: { zh: '待开立的周期任务', en: 'Recurring duties without a task for the period' },
  roles: ['platform'],
})
export class DutiesToOpen {
  @IsDay() day!: Day;
  /** Only this adoption, as `programme~organization`. */
  @IsOptional() @IsText(140) adoption?: string;
}

export interface DutiesToOpenAnswer {
  duties: {
    programmeId: string;
    organizationId: string;
    measureId: string;
    dutyId: string;
    period: string;
    title: string;
    evidenceAsked: string;
    ownerUnitId: string;
    dueOn: Day;
  }[];
}
