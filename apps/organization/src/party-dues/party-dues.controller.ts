import { AssessPartyDues, ExcuseDues, RecordDuesPayment } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyBodiesLookup } from '../party-organization/party-bodies.lookup';
import { PartyDuesHandling } from './party-dues.aggregate';

/** Commands on the dues of members. */
@Controller()
export class PartyDuesController {
  constructor(
    private readonly dues: PartyDuesHandling,
    private readonly bodies: PartyBodiesLookup,
  ) {}

  @OnCommand(AssessPartyDues)
  async assess(data: AssessPartyDues, sender: Sender) {
    const unitId = (await this.bodies.active(data.partyOrganizationId))?.unitId;
    return this.dues.handle(data.memberId, { type: 'AssessPartyDues', data, unitId }, sender);
  }

  @OnCommand(RecordDuesPayment)
  pay(data: RecordDuesPayment, sender: Sender) {
    return this.dues.handle(data.memberId, { type: 'RecordDuesPayment', data }, sender);
  }

  @OnCommand(ExcuseDues)
  excuse(data: ExcuseDues, sender: Sender) {
    return this.dues.handle(data.memberId, { type: 'ExcuseDues', data }, sender);
  }
}
