import { type TaskEvent, taskEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import type { Projector, Recorded } from '../intake/projector';
import { taskAfter } from './board-task';
import { BoardTask } from './board-task.entity';

/** Keeps each task as it stands. */
@Injectable()
export class TaskBoardProjector implements Projector<TaskEvent> {
  readonly name = 'task-board';
  readonly types = Object.keys(taskEvents);

  async project(events: readonly Recorded<TaskEvent>[], tx: EntityManager): Promise<void> {
    const ids = new Set(events.map(({ data }) => data.taskId));
    const known = await rowsWith(tx, BoardTask, 'taskId', ids);
    const tasks = new Map(known.map((task) => [task.taskId, task]));
    for (const event of events) {
      const { taskId } = event.data;
      tasks.set(taskId, taskAfter(tasks.get(taskId), event, event.stream));
    }
    await upsertRows(tx, BoardTask, [...tasks.values()]);
  }
}
