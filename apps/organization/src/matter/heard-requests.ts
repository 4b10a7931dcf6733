import type { LoggedRequest, MatterOrigin, RaiseMatter } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';

/** What a record tells of requests of a crew or a labour team: where, when and by whom they were heard. */
export interface Hearing {
  unitId: string;
  requests: readonly LoggedRequest[];
  origin: MatterOrigin;
  heardById: string;
  heardOn: Day;
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
