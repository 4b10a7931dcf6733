import type { PublicLiaisonProfile } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { NatsLedger, OrganizationDirectory } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { LiaisonOfficerHandling } from '../liaison-officer/liaison-officer.aggregate';
import { LiaisonRoleDefinitionLookup } from '../liaison-role-definition/liaison-role-definition.lookup';
import { inBoardOrder, publishedProfile, type SealedProfile } from './published-profiles';

/**
 * Reads in the clear what officers have agreed to be published. No look is recorded beyond that: the purpose of every look is the
 * publication itself, which stands in the ledger with the officer's consent. Who was erased is shown no more.
 */
@Injectable()
export class PublicLiaisonProfiles {
  constructor(
    private readonly officers: LiaisonOfficerHandling,
    private readonly definitions: LiaisonRoleDefinitionLookup,
    private readonly directory: OrganizationDirectory,
    private readonly ledger: NatsLedger,
  ) {}

  /** Of those officers who are on duty and have consented, in the order of the board. */
  async of(officerIds: readonly string[], today: Day): Promise<PublicLiaisonProfile[]> {
    const states = await Promise.all(
      officerIds.map(async (officerId) =>
        publishedProfile(officerId, (await this.officers.state(officerId)).state, today),
      ),
    );
    const published = states.filter((profile) => profile !== undefined).sort(inBoardOrder);
    const shown = await Promise.all(published.map((profile) => this.inTheClear(profile, today)));
    return shown.filter((profile) => profile !== undefined);
  }

  private async inTheClear(sealed: SealedProfile, today: Day): Promise<PublicLiaisonProfile | undefined> {
    const { officerId, level, unitId } = sealed;
    const [name, phone] = await this.ledger.unseal({ personId: officerId, values: [sealed.name, sealed.phone] });
    if (name == null || phone == null) return undefined;
    const duties = (await this.definitions.find(unitId, level, today))?.role.duties;
    return {
      officerId,
      level,
      unitId,
      unitName: this.directory.unit(unitId)?.name ?? unitId,
      name,
      phone,
      duties: duties?.items ?? [],
      dutiesStated: duties?.statedCount ?? null,
    };
  }
}
