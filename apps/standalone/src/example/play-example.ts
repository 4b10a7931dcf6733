import {
  AcceptTask,
  AdoptProgramme,
  Adoptions,
  type AdoptionsAnswer,
  CompleteTask,
  EstablishUnit,
  type Grant,
  PlanTask,
  type Programme,
  ReportProgress,
  ReturnTask,
  SubmitIndicatorReturn,
} from '@gongyou/contracts';
import { type Day, dayOfInstant, monthOf } from '@gongyou/domain';
import { type Caller, requestHeaders } from '@gongyou/messaging';
import { namedPaper } from '../named-paper';
import {
  dueDayOf,
  ESTABLISHED_ON,
  EXAMPLE_GROUP,
  EXAMPLE_PROGRAMME,
  exampleTasks,
  exampleUnitOf,
  exampleUnits,
} from './example-group';

/**
 * Plays the life of the example group through the same commands that anybody sends. Each step has a key of its own: a start that
 * was cut off is gone on with, and later starts change nothing.
 *
 * @returns the position of the last step
 */
export async function playExample(gateway: Caller, programme: Programme, after: number): Promise<number> {
  const example = new Example(gateway);
  await example.establish(programme);
  const start = (await example.adoptedOn(after)) ?? dayOfInstant(new Date());
  await example.adopt(programme, start);
  await example.work(start);
  return example.position;
}

class Example {
  position = -1;

  constructor(private readonly gateway: Caller) {}

  async establish(programme: Programme): Promise<void> {
    const head = { unitId: EXAMPLE_GROUP, kind: 'group', name: '示例建设集团有限公司' } as const;
    const own = programme.departments.filter(
      ({ departmentId }) => exampleUnitOf(departmentId) === `example-${departmentId}`,
    );
    const departments = own.map(({ departmentId, name }) => ({
      unitId: exampleUnitOf(departmentId),
      kind: 'department' as const,
      name: name.zh,
      parentId: EXAMPLE_GROUP,
    }));
    for (const unit of [head, ...departments, ...exampleUnits]) {
      await this.send(`establish ${unit.unitId}`, 'administrator', EstablishUnit, {
        ...unit,
        establishedOn: ESTABLISHED_ON,
      });
    }
  }

  /** The day on which an earlier start began. */
  async adoptedOn(after: number): Promise<Day | undefined> {
    const { adoptions } = await this.gateway.query<Adoptions, AdoptionsAnswer>(
      Adoptions,
      { organization: EXAMPLE_GROUP },
      { ...this.as('administrator'), [requestHeaders.after]: String(Math.max(after, this.position)) },
    );
    return adoptions.find(({ programmeId }) => programmeId === EXAMPLE_PROGRAMME)?.adoptedOn as Day | undefined;
  }

  async adopt(programme: Programme, start: Day): Promise<void> {
    await this.send('adopt', 'office', AdoptProgramme, {
      programmeId: EXAMPLE_PROGRAMME,
      organizationId: EXAMPLE_GROUP,
      programmeVersion: 1,
      adoptedOn: start,
      leadingGroup: {
        name: '产业工人队伍建设改革领导小组',
        posts: [
          { post: '组长', holder: '集团党委书记、董事长' },
          { post: '常务副组长', holder: '集团党委副书记、总经理' },
          { post: '副组长', holder: '集团党委副书记、工会主席' },
        ],
      },
      officeUnitId: exampleUnitOf(programme.leadingBody.officeDepartmentId ?? 'trade-union-office'),
      departments: programme.departments.map(({ departmentId }) => ({
        departmentId,
        unitId: exampleUnitOf(departmentId),
      })),
    });
  }

  async work(start: Day): Promise<void> {
    for (const task of exampleTasks) {
      const { taskId, so, dueInDays: _, ...planned } = task;
      await this.send(`plan ${taskId}`, 'office', PlanTask, {
        taskId,
        programmeId: EXAMPLE_PROGRAMME,
        organizationId: EXAMPLE_GROUP,
        ...planned,
        dueOn: dueDayOf(task, start),
      });
      if (so === 'planned') continue;
      await this.send(`report ${taskId}`, 'officer', ReportProgress, {
        taskId,
        progressPercent: so === 'reported' ? 60 : 90,
        note: '已按工作要点推进，相关资料见附件。',
        evidence: [namedPaper(`${task.title.slice(0, 12)}-进展.pdf`)],
        reportedOn: start,
      });
      if (so === 'reported') continue;
      await this.send(`complete ${taskId}`, 'officer', CompleteTask, {
        taskId,
        note: '已全部办结，请验收。',
        evidence: [namedPaper(`${task.title.slice(0, 12)}-办结.pdf`)],
        completedOn: start,
      });
      if (so === 'accepted') await this.send(`accept ${taskId}`, 'office', AcceptTask, { taskId, acceptedOn: start });
      if (so === 'returned') {
        await this.send(`return ${taskId}`, 'office', ReturnTask, {
          taskId,
          reason: '请补充一线职工培训经费占比的计算依据。',
          returnedOn: start,
        });
      }
    }
    await this.send('return real-name rate', 'officer', SubmitIndicatorReturn, {
      programmeId: EXAMPLE_PROGRAMME,
      organizationId: EXAMPLE_GROUP,
      indicator: 'realNameRegistrationRate',
      unitId: 'example-highway',
      period: monthOf(start) as unknown as SubmitIndicatorReturn['period'],
      numerator: 986,
      denominator: 1000,
      evidence: [namedPaper('实名制登记统计表.xlsx')],
      returnedOn: start,
    });
  }

  private async send<T extends object>(
    step: string,
    who: keyof typeof people,
    command: new () => T,
    data: T,
  ): Promise<void> {
    const headers = { ...this.as(who), [requestHeaders.idempotencyKey]: `example:${step.replaceAll(' ', ':')}` };
    const { position } = await this.gateway.command(command, data, headers);
    this.position = Math.max(this.position, position);
  }

  private as(who: keyof typeof people): Record<string, string> {
    return { [requestHeaders.actor]: `platform:example-${who}`, [requestHeaders.grants]: JSON.stringify(people[who]) };
  }
}

/** Who acts in the example: posts, not persons. Whoever completes a task is not the one who accepts it. */
const people = {
  administrator: [{ role: 'administrator', organizationId: '*' }],
  office: [{ role: 'leadingGroupOffice', organizationId: EXAMPLE_GROUP }],
  officer: [{ role: 'unitOfficer', organizationId: EXAMPLE_GROUP }],
} satisfies Record<string, Grant[]>;
