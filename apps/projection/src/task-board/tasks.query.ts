import type { TaskRow, Tasks, TasksAnswer, TasksOverdue, TasksOverdueAnswer } from '@gongyou/contracts';
import { type Day, firstDay, isDay, lastDay } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { badCursor, pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitNames } from '../unit-register/unit-names';
import { unitsBelow } from '../unit-register/unit-tree';
import { BoardTask } from './board-task.entity';

const PAGE = 100;
const OVERDUE_PAGE = 500;

/** The task board, in the order of due day and id. */
@Injectable()
export class TasksQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: Tasks, sender: Pick<Sender, 'after'>): Promise<TasksAnswer> {
    const { limit = PAGE } = asked;
    const after = asked.cursor === undefined ? undefined : placeOf(asked.cursor);
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const { organization } = asked;
      const query = tx
        .createQueryBuilder(BoardTask, 'task')
        .where('task.programmeId = :programme', { programme: asked.programme })
        .andWhere('(task.organizationId = :organization OR task.ownerUnitId = ANY(:below))', {
          organization,
          below: await unitsBelow(tx, organization),
        })
        .orderBy('task.dueOn')
        .addOrderBy('task.taskId')
        .limit(limit + 1);
      if (asked.measure !== undefined) query.andWhere('task.measureId = :measure', { measure: asked.measure });
      if (asked.stage !== undefined) query.andWhere('task.stage = :stage', { stage: asked.stage });
      if (asked.overdue !== undefined) query.andWhere('task.overdue = :overdue', { overdue: asked.overdue === 'true' });
      if (asked.dueMonth !== undefined) {
        query.andWhere('task.dueOn BETWEEN :from AND :to', {
          from: firstDay(asked.dueMonth),
          to: lastDay(asked.dueMonth),
        });
      }
      if (after) query.andWhere('(task.due_on, task.task_id) > (:dueOn::date, :taskId)', after);
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ dueOn, taskId }) => `${dueOn}.${taskId}`);
      return { tasks: await rowsOf(tx, rows), nextCursor, position };
    });
  }

  /** The open tasks that a closed day finds overdue and that are not known as such yet. */
  overdue({ closedDay, cursor = '' }: TasksOverdue, sender: Pick<Sender, 'after'>): Promise<TasksOverdueAnswer> {
    return this.reading.snapshot(sender, async ({ tx }) => {
      const found = await tx.query<{ task_id: string }[]>(
        `SELECT task_id FROM task
         WHERE stage IN ('planned', 'inProgress', 'returned') AND NOT overdue AND due_on <= $1 AND task_id > $2
         ORDER BY task_id LIMIT $3`,
        [closedDay, cursor, OVERDUE_PAGE + 1],
      );
      const { rows, nextCursor } = pageOf(found, OVERDUE_PAGE, ({ task_id }) => task_id);
      return { taskIds: rows.map(({ task_id }) => task_id), nextCursor };
    });
  }
}

/** Tasks as they are shown, with their owners' names of today. */
export async function rowsOf(tx: EntityManager, tasks: readonly BoardTask[]): Promise<TaskRow[]> {
  const names = await unitNames(
    tx,
    tasks.map(({ ownerUnitId }) => ownerUnitId),
  );
  return tasks.map(({ stream: _stream, evidence: _evidence, dutyId, dutyPeriod, ...task }) => ({
    ...task,
    ownerUnitName: names.get(task.ownerUnitId) ?? task.ownerUnitId,
    duty: dutyId === null ? null : ({ dutyId, period: dutyPeriod } as TaskRow['duty']),
  }));
}

function placeOf(cursor: string): { dueOn: Day; taskId: string } {
  const dueOn = cursor.slice(0, 10);
  if (!isDay(dueOn) || cursor[10] !== '.') throw badCursor();
  return { dueOn, taskId: cursor.slice(11) };
}
