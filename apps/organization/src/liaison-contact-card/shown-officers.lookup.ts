import type { Day } from '@gongyou/domain';
import { Injectable } from '@nestjs/common';
import { publishedProfile } from '../liaison-notice-board/published-profiles';
import { LiaisonOfficerHandling } from '../liaison-officer/liaison-officer.aggregate';
import type { ShownOfficer } from './liaison-contact-card.decider';

/** Finds whether a card may show an officer: one of a project's own, on duty and disclosed. */
@Injectable()
export class ShownOfficers {
  constructor(private readonly officers: LiaisonOfficerHandling) {}

  async find(officerId: string, today: Day): Promise<ShownOfficer | undefined> {
    const profile = publishedProfile(officerId, (await this.officers.state(officerId)).state, today);
    if (profile?.level !== 'project') return undefined;
    return { officerId, projectId: profile.unitId, publicationId: profile.publicationId };
  }
}
