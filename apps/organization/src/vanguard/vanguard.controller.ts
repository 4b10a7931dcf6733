import { CloseVanguard, ReportVanguardResult, SetUpVanguard } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyBodiesLookup } from '../party-organization/party-bodies.lookup';
import { VanguardHandling } from './vanguard.aggregate';

/** Commands on model posts, task forces and responsibility areas. */
@Controller()
export class VanguardController {
  constructor(
    private readonly vanguards: VanguardHandling,
    private readonly bodies: PartyBodiesLookup,
  ) {}

  @OnCommand(SetUpVanguard)
  async setUp(data: SetUpVanguard, sender: Sender) {
    const branchActive = (await this.bodies.active(data.partyOrganizationId)) !== undefined;
    return this.vanguards.handle(data.vanguardId, { type: 'SetUpVanguard', data, branchActive }, sender);
  }

  @OnCommand(ReportVanguardResult)
  reportResult(data: ReportVanguardResult, sender: Sender) {
    return this.vanguards.handle(data.vanguardId, { type: 'ReportVanguardResult', data }, sender);
  }

  @OnCommand(CloseVanguard)
  close(data: CloseVanguard, sender: Sender) {
    return this.vanguards.handle(data.vanguardId, { type: 'CloseVanguard', data }, sender);
  }
}
