import { AssignMatterOwner, type LiaisonLevel, MatterEscalated, type MatterLevel } from '@gongyou/contracts';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import type { RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { OfficersOnDuty } from './liaison-officer/officers-on-duty.lookup';

/**
 * When a matter is handed up and nobody is named, we give it to the liaison officer on duty there, the first of several (JX-15). A level
 * without one, the company always, names an owner itself; until then the matter stands among the exceptions.
 */
@Injectable()
export class NameOwnersWhenMattersAreEscalated implements ProcessManager<MatterEscalated> {
  readonly name = 'name-owners-when-matters-are-escalated';
  readonly on = MatterEscalated;

  constructor(private readonly officers: OfficersOnDuty) {}

  async react({ data, position }: RecordedEvent & { data: MatterEscalated }, send: SendCommand): Promise<void> {
    const { matterId, station, escalatedOn: assignedOn } = data;
    const { level, unitId } = station;
    if (station.ownerId !== undefined || !hasOfficers(level)) return;
    const ownerId = await this.officers.first({ unitId, level, after: position });
    if (ownerId !== undefined) await send('assign', AssignMatterOwner, { matterId, level, ownerId, assignedOn });
  }
}

const hasOfficers = (level: MatterLevel): level is MatterLevel & LiaisonLevel => level !== 'company';
