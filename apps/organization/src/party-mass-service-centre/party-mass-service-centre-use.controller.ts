import {
  BookPartyMassServiceCentre,
  CancelPartyMassServiceCentreBooking,
  CountPartyMassServiceCentreVisits,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyMassServiceCentreUses, useId } from './party-mass-service-centre-use.aggregate';
import type { UsedCentre } from './party-mass-service-centre-use.decider';
import { PartyMassServiceCentres } from './party-mass-service-centre.aggregate';
import { isOpenOn } from './party-mass-service-centre.decider';

/** Commands on bookings of and visits to Party-mass service centres. */
@Controller()
export class PartyMassServiceCentreUseController {
  constructor(
    private readonly uses: PartyMassServiceCentreUses,
    private readonly centres: PartyMassServiceCentres,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(BookPartyMassServiceCentre)
  async book(data: BookPartyMassServiceCentre, sender: Sender) {
    const centre = await this.centre(data.centreId, data.bookedFor);
    const unitExists = (await this.directory.findUnit(data.unitId)) !== undefined;
    const wish = { type: 'BookPartyMassServiceCentre', data, centre, unitExists } as const;
    return this.uses.handle(useId(data.centreId, data.bookedFor), wish, sender);
  }

  @OnCommand(CancelPartyMassServiceCentreBooking)
  async cancel(data: CancelPartyMassServiceCentreBooking, sender: Sender) {
    const centre = await this.centre(data.centreId, data.bookedFor);
    const wish = { type: 'CancelPartyMassServiceCentreBooking', data, centre } as const;
    return this.uses.handle(useId(data.centreId, data.bookedFor), wish, sender);
  }

  @OnCommand(CountPartyMassServiceCentreVisits)
  async countVisits(data: CountPartyMassServiceCentreVisits, sender: Sender) {
    const centre = await this.centre(data.centreId, data.visitedOn);
    const wish = { type: 'CountPartyMassServiceCentreVisits', data, centre } as const;
    return this.uses.handle(useId(data.centreId, data.visitedOn), wish, sender);
  }

  private async centre(centreId: string, on: Day): Promise<UsedCentre | undefined> {
    const { state } = await this.centres.state(centreId);
    if (state.stage === 'notOpened') return undefined;
    return { parkUnitId: state.opened.parkUnitId, isOpen: isOpenOn(state, on) };
  }
}
