import { type NewEvent, findEvent } from '@gongyou/contracts';
import { uuidv7 } from 'uuidv7';
import { EXAMPLE_GROUP, EXAMPLE_PROGRAMME } from '../example/example-group';

/** How many events one task of the bench has. */
export const EVENTS_PER_TASK = 5;

const measures = Array.from({ length: 21 }, (_, index) => `cc-${String(index + 1).padStart(2, '0')}`);
const owners = ['example-highway', 'example-harbour', 'example-bridge', 'example-port'];

/** The whole life of a task, as the supervision service would have stored it: planned, reported twice, completed, accepted. */
export function taskHistory(number: number): { stream: string; events: NewEvent[] } {
  const taskId = `bench-${number}`;
  // Of months that are over: nothing is ever dated ahead.
  const month = String((number % 10) + 1).padStart(2, '0');
  const evidence = [{ fileName: '六统一核对表.xlsx', sha256: 'a'.repeat(64) }];
  const note = '已按工作要点推进，专用账户已开立，六统一核对完成，相关资料见附件。';
  const on = `2026-${month}-10`;
  const owner = owners[number % owners.length]!;
  const events = [
    event('TaskPlanned', owner, {
      taskId,
      programmeId: EXAMPLE_PROGRAMME,
      programmeVersion: 1,
      organizationId: EXAMPLE_GROUP,
      measureId: measures[number % measures.length]!,
      title: '为在建项目开立农民工工资专用账户，完成“六统一”核对',
      ownerUnitId: owner,
      cooperatingUnitIds: [],
      leadDepartmentIds: ['production-and-operations'],
      leadUnitIds: ['example-production-and-operations'],
      plannedOn: on,
      dueOn: `2026-${month}-28`,
    }),
    event('ProgressReported', owner, { taskId, progressPercent: 40, note, evidence, reportedOn: on }),
    event('ProgressReported', owner, { taskId, progressPercent: 80, note, evidence, reportedOn: on }),
    event('TaskCompleted', owner, { taskId, note, evidence, completedOn: on, completedBy: 'client:payroll' }),
    event('TaskAccepted', owner, { taskId, acceptedOn: on }),
  ];
  return { stream: `task-${taskId}`, events };
}

/**
 * An event whose data weighs about 300 bytes, as single appends of the bench send it. No read model and no directory takes it in: what
 * is measured later is not measured behind a backlog of events that never happened.
 */
export const smallEvent = (): NewEvent =>
  event('RosterImportBegan', 'bench', {
    importId: 'bench',
    organizationId: 'bench',
    fileName: '钢'.repeat(70),
    begunOn: '2026-11-20',
  });

function event(type: string, organizationId: string, data: object): NewEvent {
  return {
    eventId: uuidv7(),
    type,
    version: findEvent(type)!.version,
    data: JSON.stringify(data),
    occurredAt: '2026-11-20T01:02:03.004Z',
    actor: 'client:payroll',
    client: 'payroll',
    organizationId,
    correlationId: '4bf92f3577b34da6a3ce929d0e0e4736',
    causationId: '4bf92f3577b34da6a3ce929d0e0e4736',
  };
}
