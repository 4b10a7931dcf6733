import { CorrectBranchLife, RecordBranchLife, WithdrawBranchLife } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyBodiesLookup } from '../party-organization/party-bodies.lookup';
import { BranchLifeHandling } from './branch-life.aggregate';

/** Commands on the ledger of branch life. */
@Controller()
export class BranchLifeController {
  constructor(
    private readonly records: BranchLifeHandling,
    private readonly bodies: PartyBodiesLookup,
  ) {}

  @OnCommand(RecordBranchLife)
  async record(data: RecordBranchLife, sender: Sender) {
    const branch = await this.bodies.active(data.partyOrganizationId);
    return this.records.handle(data.recordId, { type: 'RecordBranchLife', data, branch }, sender);
  }

  @OnCommand(CorrectBranchLife)
  correct(data: CorrectBranchLife, sender: Sender) {
    return this.records.handle(data.recordId, { type: 'CorrectBranchLife', data }, sender);
  }

  @OnCommand(WithdrawBranchLife)
  withdraw(data: WithdrawBranchLife, sender: Sender) {
    return this.records.handle(data.recordId, { type: 'WithdrawBranchLife', data }, sender);
  }
}
