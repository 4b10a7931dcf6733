import {
  type AdoptionRow,
  Adoptions,
  type AdoptionsAnswer,
  type Grant,
  Programmes,
  type ProgrammesAnswer,
} from '@gongyou/contracts';
import { EVERYWHERE, OrganizationDirectory } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { SignedIn } from '../account/signed-in';
import { Platform } from '../message/platform';

/** A programme whose report somebody may read, and the unit that the report would be about. */
export interface AdoptionInReach {
  adoption: AdoptionRow;
  programmeTitle: string;
  unitId: string;
  unitName: string;
}

/** Finds the adopted programmes that concern somebody: adopted by a unit of his, by one below, or by one above. */
@Injectable()
export class AdoptionsInReach {
  constructor(
    private readonly platform: Platform,
    private readonly directory: OrganizationDirectory,
  ) {}

  /** Asked in the gateway's own name, since the adopter may stand above whoever asks; what does not concern him is left out here. */
  async of(who: SignedIn): Promise<AdoptionInReach[]> {
    const roots = this.directory.roots();
    const [titles, ...answers] = await Promise.all([
      this.titles(),
      ...roots.map(({ unitId }) => this.platform.ownAnswer<AdoptionsAnswer>(Adoptions, { organization: unitId })),
    ]);
    const adoptions = answers.flatMap((answer) => answer.adoptions);
    return adoptions.flatMap((adoption) =>
      this.unitsConcerned(who.grants, adoption.organizationId).map((unitId) => ({
        adoption,
        programmeTitle: titles.get(adoption.programmeId) ?? adoption.programmeId,
        unitId,
        unitName: this.directory.unit(unitId)?.name ?? unitId,
      })),
    );
  }

  private unitsConcerned(grants: readonly Grant[], adopterId: string): string[] {
    const concerned = grants.flatMap(({ organizationId }) => {
      if (organizationId === EVERYWHERE || this.directory.within(adopterId, organizationId)) return [adopterId];
      return this.directory.within(organizationId, adopterId) ? [organizationId] : [];
    });
    return [...new Set(concerned)];
  }

  private async titles(): Promise<Map<string, string>> {
    const { programmes } = await this.platform.ownAnswer<ProgrammesAnswer>(Programmes, {});
    return new Map(programmes.map(({ programmeId, title }) => [programmeId, title.zh]));
  }
}
