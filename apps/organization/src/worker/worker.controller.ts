import {
  CorrectWorker,
  DestroyKeptRecord,
  EndContract,
  EnterSite,
  EraseWorker,
  LeaveSite,
  MergeWorker,
  RecordContract,
  RecordSafetyTraining,
  RegisterWorker,
  TakeOverDuplicate,
  TransferWorker,
} from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { WorkerCommands } from './worker.commands';

/** Commands on workers. */
@Controller()
export class WorkerController {
  constructor(private readonly commands: WorkerCommands) {}

  @OnCommand(RegisterWorker)
  register(data: RegisterWorker, sender: Sender) {
    return this.commands.register(data, sender);
  }

  @OnCommand(RecordContract)
  recordContract(data: RecordContract, sender: Sender) {
    return this.commands.recordContract(data, sender);
  }

  @OnCommand(EndContract)
  endContract(data: EndContract, sender: Sender) {
    return this.commands.endContract(data, sender);
  }

  @OnCommand(RecordSafetyTraining)
  recordSafetyTraining(data: RecordSafetyTraining, sender: Sender) {
    return this.commands.recordSafetyTraining(data, sender);
  }

  @OnCommand(EnterSite)
  enterSite(data: EnterSite, sender: Sender) {
    return this.commands.enterSite(data, sender);
  }

  @OnCommand(TransferWorker)
  transfer(data: TransferWorker, sender: Sender) {
    return this.commands.transfer(data, sender);
  }

  @OnCommand(LeaveSite)
  leaveSite(data: LeaveSite, sender: Sender) {
    return this.commands.leaveSite(data, sender);
  }

  @OnCommand(CorrectWorker)
  correct(data: CorrectWorker, sender: Sender) {
    return this.commands.correct(data, sender);
  }

  @OnCommand(MergeWorker)
  merge(data: MergeWorker, sender: Sender) {
    return this.commands.merge(data, sender);
  }

  @OnCommand(TakeOverDuplicate)
  takeOverDuplicate(data: TakeOverDuplicate, sender: Sender) {
    return this.commands.takeOverDuplicate(data, sender);
  }

  @OnCommand(EraseWorker)
  erase(data: EraseWorker, sender: Sender) {
    return this.commands.erase(data, sender);
  }

  @OnCommand(DestroyKeptRecord)
  destroyKeptRecord(data: DestroyKeptRecord, sender: Sender) {
    return this.commands.destroyKeptRecord(data, sender);
  }
}
