import type { TaskAnswer } from '@gongyou/contracts';
import { PlatformProblem, type Sender } from '@gongyou/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { EVENT_LOG, type EventLog } from '../intake/event-log';
import { Reading } from '../reading/reading';
import { streamHistory } from '../reading/stream-history';
import { BoardTask } from './board-task.entity';
import { rowsOf } from './tasks.query';

/** One task with its history, as the ledger tells it. */
@Injectable()
export class TaskQuery {
  constructor(
    private readonly reading: Reading,
    @Inject(EVENT_LOG) private readonly log: EventLog,
  ) {}

  /**
   * `permit` is asked before the history is read, with the units that have to do with the task.
   * Throws a `notFound` problem for a task that was never planned.
   */
  async answer(
    taskId: string,
    sender: Pick<Sender, 'after'>,
    permit: (units: readonly string[]) => Promise<void>,
  ): Promise<TaskAnswer> {
    const { task, row, position } = await this.reading.snapshot(sender, async ({ tx, position }) => {
      const task = await tx.findOneBy(BoardTask, { taskId });
      if (!task) throw taskUnknown(taskId);
      const [row] = await rowsOf(tx, [task]);
      return { task, row: row!, position };
    });
    await permit([task.organizationId, task.ownerUnitId, ...task.cooperatingUnitIds, ...task.leadUnitIds]);
    const history = await streamHistory(this.log, task.stream, position);
    return { task: { ...row, evidence: task.evidence }, history, position };
  }
}

const taskUnknown = (task: string): PlatformProblem =>
  new PlatformProblem(
    'notFound',
    'reporting.taskUnknown',
    { zh: '没有该任务', en: 'There is no such task.' },
    { task },
  );
