import { type LiaisonActivity, LiaisonWorkRecorded, type MatterSource, RaiseMatter } from '@gongyou/contracts';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import type { RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { Hearing } from './matter/heard-requests';
import { HeardRequests } from './matter/heard-requests.lookup';

/** When an entry of a work log holds requests of a team, we raise a matter for each (JX-40, JX-52, JX-56b, JX-70). */
@Injectable()
export class RaiseMattersWhenLiaisonWorkIsRecorded implements ProcessManager<LiaisonWorkRecorded> {
  readonly name = 'raise-matters-when-liaison-work-is-recorded';
  readonly on = LiaisonWorkRecorded;

  constructor(private readonly heard: HeardRequests) {}

  async react({ data, position }: RecordedEvent & { data: LiaisonWorkRecorded }, send: SendCommand): Promise<void> {
    for (const matter of await this.heard.matters(hearingIn(data), position)) {
      await send(matter.matterId, RaiseMatter, matter);
    }
  }
}

/** What an entry of a work log tells of requests; one that only counts them holds none. */
export function hearingIn({ officerId: heardById, entry }: LiaisonWorkRecorded): Hearing {
  const { unitId, entryId: recordId, activity, workedOn: heardOn, requests = [] } = entry;
  return { unitId, requests, origin: { source: sourceOf(activity), recordId }, heardById, heardOn };
}

const sourceOf = (activity: LiaisonActivity): MatterSource =>
  activity === 'talk' || activity === 'round' ? activity : 'liaisonWork';
