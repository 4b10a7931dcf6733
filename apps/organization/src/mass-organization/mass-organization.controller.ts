import {
  ApplyForMassOrganization,
  ApproveMassOrganization,
  ChangeMassOrganizationCoverage,
  commandContract,
  ConfirmMassOrganizationElection,
  type CoveredUnit,
  DissolveMassOrganization,
  RecordMassOrganizationElection,
  RecordOfficerTime,
} from '@gongyou/contracts';
import { Refusal } from '@gongyou/domain';
import { momentOf } from '@gongyou/event-sourcing';
import { Access, OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { OwnUnionSeats } from '../own-union-seat/own-union-seats.lookup';
import { MassOrganizations } from './mass-organization.aggregate';
import {
  isOwnUnion,
  massOrganization,
  type MassOrganizationWish,
  type UnitsToCover,
  type UnitToCover,
} from './mass-organization.decider';

/** Commands on mass organizations. What a decision needs to know of units comes from the directory, brought level with the ledger. */
@Controller()
export class MassOrganizationController {
  constructor(
    private readonly massOrganizations: MassOrganizations,
    private readonly seats: OwnUnionSeats,
    private readonly directory: OrganizationDirectory,
    private readonly access: Access,
  ) {}

  @OnCommand(ApplyForMassOrganization)
  async apply(data: ApplyForMassOrganization, sender: Sender) {
    const { roles } = commandContract(ApplyForMassOrganization);
    await this.access.check(sender, { roles, units: [data.hostUnitId] });
    const wish = { type: 'ApplyForMassOrganization', data, units: await this.unitsToCover(data.coveredUnits) } as const;
    const ownUnionId = await this.ownUnionOf(wish, sender);
    return this.massOrganizations.handle(data.massOrganizationId, { ...wish, ownUnionId }, sender);
  }

  @OnCommand(ApproveMassOrganization)
  async approve(data: ApproveMassOrganization, sender: Sender) {
    const { unitAboveId } = await this.standing(data.massOrganizationId);
    const wish = { type: 'ApproveMassOrganization', data, unitAboveId } as const;
    return this.massOrganizations.handle(data.massOrganizationId, wish, sender);
  }

  @OnCommand(RecordMassOrganizationElection)
  recordElection(data: RecordMassOrganizationElection, sender: Sender) {
    const wish = { type: 'RecordMassOrganizationElection', data } as const;
    return this.massOrganizations.handle(data.massOrganizationId, wish, sender);
  }

  @OnCommand(ConfirmMassOrganizationElection)
  async confirmElection(data: ConfirmMassOrganizationElection, sender: Sender) {
    const { unitAboveId } = await this.standing(data.massOrganizationId);
    const wish = { type: 'ConfirmMassOrganizationElection', data, unitAboveId } as const;
    return this.massOrganizations.handle(data.massOrganizationId, wish, sender);
  }

  @OnCommand(ChangeMassOrganizationCoverage)
  async changeCoverage(data: ChangeMassOrganizationCoverage, sender: Sender) {
    const units = await this.unitsToCover(data.takenIn);
    const wish = { type: 'ChangeMassOrganizationCoverage', data, units } as const;
    return this.massOrganizations.handle(data.massOrganizationId, wish, sender);
  }

  @OnCommand(RecordOfficerTime)
  recordOfficerTime(data: RecordOfficerTime, sender: Sender) {
    return this.massOrganizations.handle(data.massOrganizationId, { type: 'RecordOfficerTime', data }, sender);
  }

  @OnCommand(DissolveMassOrganization)
  async dissolve(data: DissolveMassOrganization, sender: Sender) {
    const standing = await this.standing(data.massOrganizationId);
    const successorIsActive = await this.isActive(data.mergedIntoId, data.massOrganizationId);
    const wish = { type: 'DissolveMassOrganization', data, ...standing, successorIsActive } as const;
    return this.massOrganizations.handle(data.massOrganizationId, wish, sender);
  }

  /** Takes the seat of the host's own union; nothing is taken for an application that would be refused. */
  private async ownUnionOf(
    wish: MassOrganizationWish & { type: 'ApplyForMassOrganization' },
    sender: Sender,
  ): Promise<string | undefined> {
    const { massOrganizationId, hostUnitId } = wish.data;
    if (!isOwnUnion(wish.data)) return undefined;
    const { state } = await this.massOrganizations.state(massOrganizationId);
    try {
      if (massOrganization.decide(wish, state, momentOf(sender)).length === 0) return undefined;
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
    return this.seats.take(hostUnitId, massOrganizationId, sender);
  }

  private async unitsToCover(covered: readonly CoveredUnit[]): Promise<UnitsToCover> {
    await this.directory.catchUp();
    return new Map(
      covered.flatMap(({ unitId }): [string, UnitToCover][] => {
        const unit = this.directory.unit(unitId);
        return unit ? [[unitId, { kind: unit.kind, closed: unit.closed }]] : [];
      }),
    );
  }

  /** The unit above the host, and which of the covered units are still open. */
  private async standing(id: string): Promise<{ unitAboveId: string | undefined; openUnitIds: string[] }> {
    const { state } = await this.massOrganizations.state(id);
    if (state.stage === 'notApplied') return { unitAboveId: undefined, openUnitIds: [] };
    await this.directory.catchUp();
    return {
      unitAboveId: this.directory.ancestors(state.application.hostUnitId)[0],
      openUnitIds: state.coveredUnitIds.filter((unitId) => this.directory.unit(unitId)?.closed === false),
    };
  }

  private async isActive(id: string | undefined, otherThan: string): Promise<boolean> {
    if (id === undefined || id === otherThan) return false;
    return (await this.massOrganizations.state(id)).state.stage === 'active';
  }
}
