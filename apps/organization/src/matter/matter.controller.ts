import {
  AnswerMatter,
  AssignMatterOwner,
  CloseMatter,
  EscalateMatter,
  EscalateOverdueMatter,
  PassMatterAnswerOn,
  RaiseMatter,
  WithdrawMatter,
} from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { MatterHandling } from './matter.aggregate';
import { MatterGroundLookup } from './matter-ground.lookup';

/** Commands on matters. The way up and the time limits are looked up here, as they stand on the day of the command. */
@Controller()
export class MatterController {
  constructor(
    private readonly matters: MatterHandling,
    private readonly grounds: MatterGroundLookup,
  ) {}

  @OnCommand(RaiseMatter)
  async raise(data: RaiseMatter, sender: Sender) {
    const ground = await this.grounds.find(data.unitId, data.raisedOn);
    return this.matters.handle(data.matterId, { type: 'RaiseMatter', data, ground }, sender);
  }

  @OnCommand(AssignMatterOwner)
  assignOwner(data: AssignMatterOwner, sender: Sender) {
    return this.matters.handle(data.matterId, { type: 'AssignMatterOwner', data }, sender);
  }

  @OnCommand(EscalateMatter)
  async escalate(data: EscalateMatter, sender: Sender) {
    const ground = await this.grounds.findFor(data.matterId, data.escalatedOn);
    return this.matters.handle(data.matterId, { type: 'EscalateMatter', data, ground }, sender);
  }

  @OnCommand(EscalateOverdueMatter)
  async escalateOverdue(data: EscalateOverdueMatter, sender: Sender) {
    const ground = await this.grounds.findFor(data.matterId, data.closedDay);
    return this.matters.handle(data.matterId, { type: 'EscalateOverdueMatter', data, ground }, sender);
  }

  @OnCommand(AnswerMatter)
  async answer(data: AnswerMatter, sender: Sender) {
    const ground = await this.grounds.findFor(data.matterId, data.answeredOn);
    return this.matters.handle(data.matterId, { type: 'AnswerMatter', data, ground }, sender);
  }

  @OnCommand(PassMatterAnswerOn)
  async passAnswerOn(data: PassMatterAnswerOn, sender: Sender) {
    const ground = await this.grounds.findFor(data.matterId, data.passedOn);
    return this.matters.handle(data.matterId, { type: 'PassMatterAnswerOn', data, ground }, sender);
  }

  @OnCommand(CloseMatter)
  close(data: CloseMatter, sender: Sender) {
    return this.matters.handle(data.matterId, { type: 'CloseMatter', data }, sender);
  }

  @OnCommand(WithdrawMatter)
  withdraw(data: WithdrawMatter, sender: Sender) {
    return this.matters.handle(data.matterId, { type: 'WithdrawMatter', data }, sender);
  }
}
