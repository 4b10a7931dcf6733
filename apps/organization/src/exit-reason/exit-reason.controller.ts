import { exitReasonsIdOf, TellExitReason } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CrewHandling } from '../crew/crew.aggregate';
import { crewLifeOf } from '../crew/crew-life';
import { ExitReasonHandling } from './exit-reason.aggregate';

/** Takes what workers say why they left. Whether the crew stood in the month is asked of the crew. */
@Controller()
export class ExitReasonController {
  constructor(
    private readonly exitReasons: ExitReasonHandling,
    private readonly crews: CrewHandling,
  ) {}

  @OnCommand(TellExitReason)
  async tell(data: TellExitReason, sender: Sender) {
    const crew = crewLifeOf((await this.crews.state(data.unitId)).state);
    return this.exitReasons.handle(exitReasonsIdOf(data), { type: 'TellExitReason', data, crew }, sender);
  }
}
