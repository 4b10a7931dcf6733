import { indicatorReturnIdOf, SubmitIndicatorReturn } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { AdoptedProgrammeLookup } from '../adoption/adopted-programme.lookup';
import { AdopterUnitsLookup } from '../adoption/adopter-units.lookup';
import { IndicatorReturnHandling } from './indicator-return.aggregate';

/** Takes what units return by hand for indicators that no context computes. */
@Controller()
export class IndicatorReturnController {
  constructor(
    private readonly returns: IndicatorReturnHandling,
    private readonly adoptedProgrammes: AdoptedProgrammeLookup,
    private readonly adopterUnits: AdopterUnitsLookup,
  ) {}

  @OnCommand(SubmitIndicatorReturn)
  async submit(data: SubmitIndicatorReturn, sender: Sender) {
    const adopted = await this.adoptedProgrammes.find(data);
    const units = await this.adopterUnits.find(data.organizationId, [data.unitId]);
    return this.returns.handle(
      indicatorReturnIdOf(data),
      { type: 'SubmitIndicatorReturn', data, adopted, units },
      sender,
    );
  }
}
