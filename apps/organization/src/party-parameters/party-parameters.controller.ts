import { SetPartyParameters } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyParametersHandling } from './party-parameters.aggregate';

/** Commands on the parameters of Party building. */
@Controller()
export class PartyParametersController {
  constructor(private readonly parameters: PartyParametersHandling) {}

  @OnCommand(SetPartyParameters)
  set(data: SetPartyParameters, sender: Sender) {
    return this.parameters.handle(data.place, { type: 'SetPartyParameters', data }, sender);
  }
}
