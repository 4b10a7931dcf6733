import { CrewSupportVisitRecorded, RaiseMatter } from '@gongyou/contracts';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import type { RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { HeardRequests } from './matter/heard-requests.lookup';

/** When somebody who is stationed with a crew visits it and hears requests, we raise a matter for each (QD-41). */
@Injectable()
export class RaiseMattersWhenACrewIsVisited implements ProcessManager<CrewSupportVisitRecorded> {
  readonly name = 'raise-matters-when-a-crew-is-visited';
  readonly on = CrewSupportVisitRecorded;

  constructor(private readonly heard: HeardRequests) {}

  async react(
    { data, position }: RecordedEvent & { data: CrewSupportVisitRecorded },
    send: SendCommand,
  ): Promise<void> {
    const { unitId, stationedId: heardById, visit } = data;
    const { visitId: recordId, visitedOn: heardOn, requests } = visit;
    const origin = { source: 'supportVisit', recordId } as const;
    const matters = await this.heard.matters({ unitId, requests, origin, heardById, heardOn }, position);
    for (const matter of matters) await send(matter.matterId, RaiseMatter, matter);
  }
}
