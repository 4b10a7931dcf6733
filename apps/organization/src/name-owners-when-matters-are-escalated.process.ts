import {
  AssignMatterOwner,
  type LiaisonLevel,
  LiaisonOfficers,
  type LiaisonOfficersAnswer,
  MatterEscalated,
  type MatterLevel,
} from '@gongyou/contracts';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import { Caller, type RecordedEvent, requestHeaders } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';

/**
 * When a matter is handed up and nobody is named, we give it to the liaison officer on duty there, the first of several (JX-15). A level
 * without one, the company always, names an owner itself; until then the matter stands among the exceptions.
 */
@Injectable()
export class NameOwnersWhenMattersAreEscalated implements ProcessManager<MatterEscalated> {
  readonly name = 'name-owners-when-matters-are-escalated';
  readonly on = MatterEscalated;

  constructor(private readonly caller: Caller) {}

  async react({ data, position }: RecordedEvent & { data: MatterEscalated }, send: SendCommand): Promise<void> {
    const { matterId, station, escalatedOn: assignedOn } = data;
    const { level, unitId, ownerId } = station;
    if (ownerId !== undefined || !hasOfficers(level)) return;
    const ownedBy = await this.officerOf(unitId, level, position);
    if (ownedBy !== undefined)
      await send('assign', AssignMatterOwner, { matterId, level, ownerId: ownedBy, assignedOn });
  }

  private async officerOf(organization: string, level: LiaisonLevel, after: number): Promise<string | undefined> {
    const { officers } = await this.caller.query<LiaisonOfficers, LiaisonOfficersAnswer>(
      LiaisonOfficers,
      { organization, level, stage: 'onDuty', limit: 1 },
      { [requestHeaders.after]: String(after) },
    );
    return officers[0]?.officerId;
  }
}

const hasOfficers = (level: MatterLevel): level is MatterLevel & LiaisonLevel => level !== 'company';
