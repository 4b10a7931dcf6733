import type { TaskAnswer } from '@gongyou/contracts';
import { PlatformProblem, type RecordedEvent, recordedEvent, type Sender } from '@gongyou/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { EVENT_LOG, type EventLog } from '../intake/event-log';
import { Reading } from '../reading/reading';
import { BoardTask } from './board-task.entity';
import { rowsOf } from './tasks.query';

const HISTORY_PAGE = 500;

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
    const history = await this.historyOf(task.stream, position);
    return { task: { ...row, evidence: task.evidence }, history, position };
  }

  /** The stream's events up to the position that the task was read at. */
  private async historyOf(stream: string, position: number): Promise<TaskAnswer['history']> {
    const history: RecordedEvent[] = [];
    for (;;) {
      const page = await this.log.readStream({ stream, from: history.length, limit: HISTORY_PAGE });
      history.push(...page.events.map(recordedEvent));
      if (page.events.length === 0 || history.at(-1)!.position > position) break;
    }
    return history.filter((event) => event.position <= position).map(entryOf);
  }
}

const entryOf = (event: RecordedEvent): TaskAnswer['history'][number] => {
  const { position, eventId, type, occurredAt, actor, client, data } = event;
  return { position, eventId, type, occurredAt, actor, client, data };
};

const taskUnknown = (task: string): PlatformProblem =>
  new PlatformProblem(
    'notFound',
    'reporting.taskUnknown',
    { zh: '没有该任务', en: 'There is no such task.' },
    { task },
  );
