import { type LiaisonActivity, LiaisonWorkRecorded, type MatterSource, RaiseMatter } from '@gongyou/contracts';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import type { RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';

/** When an entry of a work log holds requests of a team, we raise a matter for each (JX-40, JX-52, JX-56b, JX-70). */
@Injectable()
export class RaiseMattersWhenLiaisonWorkIsRecorded implements ProcessManager<LiaisonWorkRecorded> {
  readonly name = 'raise-matters-when-liaison-work-is-recorded';
  readonly on = LiaisonWorkRecorded;

  async react({ data }: RecordedEvent & { data: LiaisonWorkRecorded }, send: SendCommand): Promise<void> {
    const { officerId, entry } = data;
    const origin = { source: sourceOf(entry.activity), recordId: entry.entryId };
    for (const { matterId, kind, subject, ownerId = officerId } of entry.requests ?? []) {
      await send(matterId, RaiseMatter, {
        matterId,
        unitId: entry.unitId,
        kind,
        subject,
        origin,
        ownerId,
        raisedOn: entry.workedOn,
      });
    }
  }
}

const sourceOf = (activity: LiaisonActivity): MatterSource =>
  activity === 'talk' || activity === 'round' ? activity : 'liaisonWork';
