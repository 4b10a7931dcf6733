import { AgreePairing, EndPairing, RecordJointActivity } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyBodiesLookup } from '../party-organization/party-bodies.lookup';
import { PartyPairingHandling } from './party-pairing.aggregate';

/** Commands on pairings of Party organizations. */
@Controller()
export class PartyPairingController {
  constructor(
    private readonly pairings: PartyPairingHandling,
    private readonly bodies: PartyBodiesLookup,
  ) {}

  @OnCommand(AgreePairing)
  async agree(data: AgreePairing, sender: Sender) {
    const unitId = (await this.bodies.active(data.partyOrganizationId))?.unitId;
    return this.pairings.handle(data.pairingId, { type: 'AgreePairing', data, unitId }, sender);
  }

  @OnCommand(RecordJointActivity)
  recordActivity(data: RecordJointActivity, sender: Sender) {
    return this.pairings.handle(data.pairingId, { type: 'RecordJointActivity', data }, sender);
  }

  @OnCommand(EndPairing)
  end(data: EndPairing, sender: Sender) {
    return this.pairings.handle(data.pairingId, { type: 'EndPairing', data }, sender);
  }
}
