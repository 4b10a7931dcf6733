import { SetLiaisonParameters } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LiaisonParametersHandling } from './liaison-parameters.aggregate';

/** Commands on the parameters of liaison work. */
@Controller()
export class LiaisonParametersController {
  constructor(private readonly parameters: LiaisonParametersHandling) {}

  @OnCommand(SetLiaisonParameters)
  set(data: SetLiaisonParameters, sender: Sender) {
    return this.parameters.handle(data.organizationId, { type: 'SetLiaisonParameters', data }, sender);
  }
}
