import { AssignTorchTask, JoinTorchAction, LeaveTorchAction, RecordTorchResult } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyBodiesLookup } from '../party-organization/party-bodies.lookup';
import { TorchStudioHandling } from './torch-studio.aggregate';

/** Commands on studios of the Torch action. */
@Controller()
export class TorchStudioController {
  constructor(
    private readonly studios: TorchStudioHandling,
    private readonly bodies: PartyBodiesLookup,
  ) {}

  @OnCommand(JoinTorchAction)
  async join(data: JoinTorchAction, sender: Sender) {
    const branchActive = (await this.bodies.active(data.partyOrganizationId)) !== undefined;
    return this.studios.handle(data.studioId, { type: 'JoinTorchAction', data, branchActive }, sender);
  }

  @OnCommand(AssignTorchTask)
  assignTask(data: AssignTorchTask, sender: Sender) {
    return this.studios.handle(data.studioId, { type: 'AssignTorchTask', data }, sender);
  }

  @OnCommand(RecordTorchResult)
  recordResult(data: RecordTorchResult, sender: Sender) {
    return this.studios.handle(data.studioId, { type: 'RecordTorchResult', data }, sender);
  }

  @OnCommand(LeaveTorchAction)
  leave(data: LeaveTorchAction, sender: Sender) {
    return this.studios.handle(data.studioId, { type: 'LeaveTorchAction', data }, sender);
  }
}
