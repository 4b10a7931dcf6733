import { CrewSupportVisitRecorded, RaiseMatter } from '@gongyou/contracts';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import type { RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';

/** When somebody who is stationed with a crew visits it and hears requests, we raise a matter for each (QD-41). */
@Injectable()
export class RaiseMattersWhenACrewIsVisited implements ProcessManager<CrewSupportVisitRecorded> {
  readonly name = 'raise-matters-when-a-crew-is-visited';
  readonly on = CrewSupportVisitRecorded;

  async react({ data }: RecordedEvent & { data: CrewSupportVisitRecorded }, send: SendCommand): Promise<void> {
    const { unitId, stationedId, visit } = data;
    const origin = { source: 'supportVisit', recordId: visit.visitId } as const;
    for (const { matterId, kind, subject, ownerId = stationedId } of visit.requests) {
      await send(matterId, RaiseMatter, {
        matterId,
        unitId,
        kind,
        subject,
        origin,
        ownerId,
        raisedOn: visit.visitedOn,
      });
    }
  }
}
