import { type LoggedRequest, type MatterOrigin, RaiseMatter } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import type { SendCommand } from '@gongyou/event-sourcing';
import { Injectable } from '@nestjs/common';
import { OfficersOnDuty } from '../liaison-officer/officers-on-duty.lookup';

/** What a record tells of requests of a crew or a labour team: where, when and by whom they were heard. */
export interface Hearing {
  unitId: string;
  requests: readonly LoggedRequest[];
  origin: MatterOrigin;
  heardById: string;
  heardOn: Day;
}

/** Raises a matter for each request of a record. */
@Injectable()
export class HeardRequests {
  constructor(private readonly officers: OfficersOnDuty) {}

  /** @param after the position of the event that holds the record */
  async raise(hearing: Hearing, after: number, send: SendCommand): Promise<void> {
    const { unitId, requests, heardOn } = hearing;
    const isAnyUnowned = requests.some(({ ownerId }) => ownerId === undefined);
    const crewLiaisonId = isAnyUnowned
      ? await this.officers.first({ unitId, level: 'crew', onDutyOn: heardOn, after })
      : undefined;
    for (const matter of mattersOf(hearing, crewLiaisonId)) await send(matter.matterId, RaiseMatter, matter);
  }
}

/**
 * The matters of a record. Each is owned by whom its request names, else by the crew's liaison person of the day (JX-08), else by whoever
 * heard it (JX-15).
 */
export const mattersOf = (
  { unitId, requests, origin, heardById, heardOn: raisedOn }: Hearing,
  crewLiaisonId: string | undefined,
): RaiseMatter[] =>
  requests.map(({ matterId, kind, subject, ownerId = crewLiaisonId ?? heardById }) => ({
    ...{ matterId, unitId, kind, subject, origin, ownerId, raisedOn },
  }));
