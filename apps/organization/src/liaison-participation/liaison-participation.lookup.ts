import type { ParticipationStep } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { OrganizationDirectory } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { LiaisonOfficerHandling } from '../liaison-officer/liaison-officer.aggregate';
import { serviceRecordOf } from '../liaison-officer/service-record';
import { LiaisonParticipationDuties } from './liaison-participation-duty.aggregate';
import { dutyInForce } from './liaison-participation-duty.decider';
import type { ParticipatingOfficer, PlaceOfDecision } from './participation';

/** Finds what a decision must know of liaison officers: who takes part, and whether one has to. */
@Injectable()
export class LiaisonParticipationLookup {
  constructor(
    private readonly duties: LiaisonParticipationDuties,
    private readonly officers: LiaisonOfficerHandling,
    private readonly directory: OrganizationDirectory,
  ) {}

  /** By the duty that the unit itself has set, or the nearest one above it. */
  async isRequired(unitId: string, step: ParticipationStep, on: Day): Promise<boolean> {
    const { ancestorIds } = await this.place(unitId);
    for (const each of [unitId, ...ancestorIds]) {
      const duty = dutyInForce((await this.duties.state(each)).state, on);
      if (duty) return duty.steps.includes(step);
    }
    return false;
  }

  /** None for a person who never was on duty as an officer. */
  async officer(officerId: string): Promise<ParticipatingOfficer | undefined> {
    const service = serviceRecordOf((await this.officers.state(officerId)).state);
    return service && { service, ancestorIds: (await this.place(service.unitId)).ancestorIds };
  }

  async place(unitId: string): Promise<PlaceOfDecision> {
    await this.directory.findUnit(unitId);
    return { unitId, ancestorIds: this.directory.ancestors(unitId) };
  }
}
