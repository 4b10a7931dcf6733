import {
  ClosePartyMassServiceCentre,
  OpenPartyMassServiceCentre,
  RevisePartyMassServiceCentre,
} from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyMassServiceCentres } from './party-mass-service-centre.aggregate';

/** Commands on Party-mass service centres. */
@Controller()
export class PartyMassServiceCentreController {
  constructor(
    private readonly centres: PartyMassServiceCentres,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(OpenPartyMassServiceCentre)
  async open(data: OpenPartyMassServiceCentre, sender: Sender) {
    await this.directory.catchUp();
    const unit = this.directory.unit(data.parkUnitId);
    const isOpenPark = unit?.kind === 'industrialPark' && !unit.closed;
    return this.centres.handle(data.centreId, { type: 'OpenPartyMassServiceCentre', data, isOpenPark }, sender);
  }

  @OnCommand(RevisePartyMassServiceCentre)
  revise(data: RevisePartyMassServiceCentre, sender: Sender) {
    return this.centres.handle(data.centreId, { type: 'RevisePartyMassServiceCentre', data }, sender);
  }

  @OnCommand(ClosePartyMassServiceCentre)
  close(data: ClosePartyMassServiceCentre, sender: Sender) {
    return this.centres.handle(data.centreId, { type: 'ClosePartyMassServiceCentre', data }, sender);
  }
}
