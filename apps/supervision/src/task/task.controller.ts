import {
  AcceptTask,
  CompleteTask,
  EscalateOverdueTask,
  PlanTask,
  ReportProgress,
  ReturnTask,
  WithdrawTask,
} from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { AdoptedProgrammeLookup } from '../adoption/adopted-programme.lookup';
import { AdopterUnitsLookup } from '../adoption/adopter-units.lookup';
import { TaskHandling } from './task.aggregate';

/** Commands on tasks. */
@Controller()
export class TaskController {
  constructor(
    private readonly tasks: TaskHandling,
    private readonly adoptedProgrammes: AdoptedProgrammeLookup,
    private readonly adopterUnits: AdopterUnitsLookup,
  ) {}

  @OnCommand(PlanTask)
  async plan(data: PlanTask, sender: Sender) {
    const adopted = await this.adoptedProgrammes.find(data);
    const units = await this.adopterUnits.find(data.organizationId, [data.ownerUnitId, ...data.cooperatingUnitIds]);
    return this.tasks.handle(data.taskId, { type: 'PlanTask', data, adopted, units }, sender);
  }

  @OnCommand(ReportProgress)
  reportProgress(data: ReportProgress, sender: Sender) {
    return this.tasks.handle(data.taskId, { type: 'ReportProgress', data }, sender);
  }

  @OnCommand(CompleteTask)
  complete(data: CompleteTask, sender: Sender) {
    return this.tasks.handle(data.taskId, { type: 'CompleteTask', data }, sender);
  }

  @OnCommand(AcceptTask)
  async accept(data: AcceptTask, sender: Sender) {
    const officeUnitId = await this.officeOf(data.taskId);
    return this.tasks.handle(data.taskId, { type: 'AcceptTask', data, officeUnitId }, sender);
  }

  @OnCommand(ReturnTask)
  async giveBack(data: ReturnTask, sender: Sender) {
    const officeUnitId = await this.officeOf(data.taskId);
    return this.tasks.handle(data.taskId, { type: 'ReturnTask', data, officeUnitId }, sender);
  }

  @OnCommand(WithdrawTask)
  async withdraw(data: WithdrawTask, sender: Sender) {
    const officeUnitId = await this.officeOf(data.taskId);
    return this.tasks.handle(data.taskId, { type: 'WithdrawTask', data, officeUnitId }, sender);
  }

  @OnCommand(EscalateOverdueTask)
  async escalate(data: EscalateOverdueTask, sender: Sender) {
    const { state } = await this.tasks.state(data.taskId);
    const unitAboveId =
      state.stage === 'notPlanned' ? undefined : await this.adopterUnits.above(state.plan.ownerUnitId);
    return this.tasks.handle(data.taskId, { type: 'EscalateOverdueTask', data, unitAboveId }, sender);
  }

  private async officeOf(taskId: string): Promise<string | undefined> {
    const { state } = await this.tasks.state(taskId);
    return state.stage === 'notPlanned' ? undefined : (await this.adoptedProgrammes.find(state.plan))?.officeUnitId;
  }
}
