import type { PersonalDataEvent, PublicLiaisonProfile } from '@gongyou/contracts';
import { type Day, dayOfInstant } from '@gongyou/domain';
import { newEvent } from '@gongyou/event-sourcing';
import { NatsLedger, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { LiaisonOfficerHandling } from '../liaison-officer/liaison-officer.aggregate';
import { LiaisonRoleDefinitionLookup } from '../liaison-role-definition/liaison-role-definition.lookup';
import { inBoardOrder, publishedProfile, type SealedProfile } from './published-profiles';

/** As many teams as are named beside an officer. */
const MOST_WORK_POINTS = 30;

/**
 * Reads in the clear what officers have agreed to be published. Each look is an event on each of them, durable before anything is
 * shown, as every other look is (ADR-0015): its purpose is the officer's own publication. Who was erased is shown no more.
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
  async of(officerIds: readonly string[], sender: Sender): Promise<PublicLiaisonProfile[]> {
    const today = dayOfInstant(new Date(sender.receivedAt));
    const states = await Promise.all(
      officerIds.map(async (officerId) =>
        publishedProfile(officerId, (await this.officers.state(officerId)).state, today),
      ),
    );
    const published = states.filter((profile) => profile !== undefined).sort(inBoardOrder);
    await this.record(published, sender);
    const shown = await Promise.all(published.map((profile) => this.inTheClear(profile, today)));
    return shown.filter((profile) => profile !== undefined);
  }

  private async record(profiles: readonly SealedProfile[], sender: Sender): Promise<void> {
    if (profiles.length === 0) return;
    const looks = profiles.map(({ officerId, unitId }) => {
      const look: PersonalDataEvent = {
        type: 'PersonalDataViewed',
        data: { workerId: officerId, purpose: 'ownPublication' },
      };
      return {
        stream: `personalData-${officerId}`,
        expected: 'any' as const,
        events: [newEvent(look, unitId, sender)],
      };
    });
    const results = await this.ledger.append(looks);
    const refused = results.find(({ outcome }) => outcome !== 'stored');
    if (refused) throw new Error(`a look was answered ${refused.outcome}`);
  }

  private workPointsOf(unitId: string): string[] {
    const teams = this.directory.withBelow(unitId).filter(({ kind, closed }) => kind === 'crew' && !closed);
    return teams.slice(0, MOST_WORK_POINTS).map(({ name }) => name);
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
      workPoints: this.workPointsOf(unitId),
    };
  }
}
