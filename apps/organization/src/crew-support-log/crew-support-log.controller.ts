import { RecordCrewSupportVisit, WithdrawCrewSupportVisit } from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CrewHandling } from '../crew/crew.aggregate';
import { MatterGroundLookup } from '../matter/matter-ground.lookup';
import { CrewSupportLogHandling, crewSupportLogId } from './crew-support-log.aggregate';
import { stationingOf } from './stationing-of-crew';

/** Commands on the log of those who are stationed with crews. Who is stationed is asked of the crew. */
@Controller()
export class CrewSupportLogController {
  constructor(
    private readonly logs: CrewSupportLogHandling,
    private readonly crews: CrewHandling,
    private readonly grounds: MatterGroundLookup,
  ) {}

  @OnCommand(RecordCrewSupportVisit)
  async record(data: RecordCrewSupportVisit, sender: Sender) {
    const { assignmentId, requests, visitedOn } = data.visit;
    const stationing = stationingOf((await this.crews.state(data.unitId)).state, assignmentId);
    const requestGround = await this.grounds.findForRequests(requests, data.unitId, visitedOn);
    const circumstances = { stationing, requestGround };
    const id = crewSupportLogId(data.unitId, visitedOn);
    return this.logs.handle(id, { type: 'RecordCrewSupportVisit', data, circumstances }, sender);
  }

  @OnCommand(WithdrawCrewSupportVisit)
  withdraw(data: WithdrawCrewSupportVisit, sender: Sender) {
    const id = crewSupportLogId(data.unitId, data.visitedOn);
    return this.logs.handle(id, { type: 'WithdrawCrewSupportVisit', data }, sender);
  }
}
