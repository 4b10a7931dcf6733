import { type LiaisonLevel, LiaisonOfficers, type LiaisonOfficersAnswer } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { Caller, requestHeaders } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';

/** A post, and what must be settled in the register before its holder is looked for. */
export interface AskedPost {
  unitId: string;
  level: LiaisonLevel;
  /** Only who was on duty on this day already. */
  onDutyOn?: Day;
  /** The position of the event that asks. */
  after: number;
}

/** Finds who is on duty in a post of a unit; the first by id of several. */
@Injectable()
export class OfficersOnDuty {
  constructor(private readonly caller: Caller) {}

  async first({ unitId, level, onDutyOn, after }: AskedPost): Promise<string | undefined> {
    const { officers } = await this.caller.query<LiaisonOfficers, LiaisonOfficersAnswer>(
      LiaisonOfficers,
      { organization: unitId, level, stage: 'onDuty', ...(onDutyOn !== undefined && { onDutyOn }), limit: 1 },
      { [requestHeaders.after]: String(after) },
    );
    // The register answers for units below too: a labour subcontractor has no post of its own, but its crews have.
    return officers.find((officer) => officer.unitId === unitId)?.officerId;
  }
}
