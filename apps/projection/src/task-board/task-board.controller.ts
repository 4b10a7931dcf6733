import {
  queryContract,
  Task,
  type TaskAnswer,
  Tasks,
  type TasksAnswer,
  TasksOverdue,
  type TasksOverdueAnswer,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { TaskQuery } from './task.query';
import { TasksQuery } from './tasks.query';

@Controller()
export class TaskBoardController {
  constructor(
    private readonly access: Access,
    private readonly tasks: TasksQuery,
    private readonly task: TaskQuery,
  ) {}

  @OnQuery(Tasks)
  async board(query: Tasks, sender: Sender): Promise<TasksAnswer> {
    await this.access.check(sender, { roles: queryContract(Tasks).roles, units: [query.organization] });
    return this.tasks.answer(query, sender);
  }

  @OnQuery(Task)
  async one(query: Task, sender: Sender): Promise<TaskAnswer> {
    const { roles } = queryContract(Task);
    // Whoever may read nothing learns nothing, not even whether the task is there.
    await this.access.check(sender, { roles, units: 'any' });
    return this.task.answer(query.task, sender, (units) => this.access.check(sender, { roles, units }));
  }

  @OnQuery(TasksOverdue)
  async overdue(query: TasksOverdue, sender: Sender): Promise<TasksOverdueAnswer> {
    await this.access.check(sender, { roles: queryContract(TasksOverdue).roles, units: [] });
    return this.tasks.overdue(query, sender);
  }
}
