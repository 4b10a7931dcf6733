import {
  AppointPartySecretary,
  ChangePartyCoverage,
  DissolvePartyOrganization,
  ElectPartyOfficers,
  FoundPartyOrganization,
  RelievePartySecretary,
  ReportPartyMembers,
} from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyOrganizationHandling } from './party-organization.aggregate';
import type { CoveredUnits } from './party-organization.decider';

/** Commands on Party organizations. Units and the superior organization are looked up here. */
@Controller()
export class PartyOrganizationController {
  constructor(
    private readonly organizations: PartyOrganizationHandling,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(FoundPartyOrganization)
  async found(data: FoundPartyOrganization, sender: Sender) {
    const units = await this.unitsOf([data.unitId, ...data.coveredUnitIds]);
    const superior = await this.superiorOf(data.superiorId);
    return this.organizations.handle(
      data.partyOrganizationId,
      { type: 'FoundPartyOrganization', data, units, superior },
      sender,
    );
  }

  @OnCommand(ElectPartyOfficers)
  electOfficers(data: ElectPartyOfficers, sender: Sender) {
    return this.organizations.handle(data.partyOrganizationId, { type: 'ElectPartyOfficers', data }, sender);
  }

  @OnCommand(AppointPartySecretary)
  appointSecretary(data: AppointPartySecretary, sender: Sender) {
    return this.organizations.handle(data.partyOrganizationId, { type: 'AppointPartySecretary', data }, sender);
  }

  @OnCommand(RelievePartySecretary)
  relieveSecretary(data: RelievePartySecretary, sender: Sender) {
    return this.organizations.handle(data.partyOrganizationId, { type: 'RelievePartySecretary', data }, sender);
  }

  @OnCommand(ReportPartyMembers)
  reportMembers(data: ReportPartyMembers, sender: Sender) {
    return this.organizations.handle(data.partyOrganizationId, { type: 'ReportPartyMembers', data }, sender);
  }

  @OnCommand(ChangePartyCoverage)
  async changeCoverage(data: ChangePartyCoverage, sender: Sender) {
    const units = await this.unitsOf(data.coveredUnitIds);
    return this.organizations.handle(data.partyOrganizationId, { type: 'ChangePartyCoverage', data, units }, sender);
  }

  @OnCommand(DissolvePartyOrganization)
  dissolve(data: DissolvePartyOrganization, sender: Sender) {
    return this.organizations.handle(data.partyOrganizationId, { type: 'DissolvePartyOrganization', data }, sender);
  }

  private async unitsOf(unitIds: readonly string[]): Promise<CoveredUnits> {
    await this.directory.catchUp();
    return new Map(
      unitIds.flatMap((unitId) => {
        const unit = this.directory.unit(unitId);
        return unit ? [[unitId, { closed: unit.closed }] as const] : [];
      }),
    );
  }

  private async superiorOf(superiorId: string | undefined): Promise<'none' | 'active' | 'missing'> {
    if (superiorId === undefined) return 'none';
    const { state } = await this.organizations.state(superiorId);
    return state.stage === 'active' ? 'active' : 'missing';
  }
}
