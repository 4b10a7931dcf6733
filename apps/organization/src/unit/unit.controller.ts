import {
  CloseUnit,
  commandContract,
  EstablishUnit,
  MoveUnit,
  RecordCreditCode,
  RenameUnit,
  SetProductionMode,
} from '@gongyou/contracts';
import { Access, OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CrewHandling } from '../crew/crew.aggregate';
import { Units } from './unit.aggregate';
import type { UnitAbove } from './unit.decider';

/**
 * Commands on organization units. What a decision needs to know of other units comes from the directory, brought level with
 * the ledger first; two commands that are judged in the same instant can still miss each other (ADR-0005).
 */
@Controller()
export class UnitController {
  constructor(
    private readonly units: Units,
    private readonly crews: CrewHandling,
    private readonly directory: OrganizationDirectory,
    private readonly access: Access,
  ) {}

  @OnCommand(EstablishUnit)
  async establish(data: EstablishUnit, sender: Sender) {
    const above = await this.unitAbove(data.parentId);
    return this.units.handle(data.unitId, { type: 'EstablishUnit', data, above }, sender);
  }

  @OnCommand(RenameUnit)
  rename(data: RenameUnit, sender: Sender) {
    return this.units.handle(data.unitId, { type: 'RenameUnit', data }, sender);
  }

  /** The sender needs his role over both places: the unit's own, and the one it comes to stand below. */
  @OnCommand(MoveUnit)
  async move(data: MoveUnit, sender: Sender) {
    await this.access.check(sender, { roles: commandContract(MoveUnit).roles, units: [data.parentId] });
    const above = await this.unitAbove(data.parentId);
    return this.units.handle(data.unitId, { type: 'MoveUnit', data, above }, sender);
  }

  @OnCommand(CloseUnit)
  async close(data: CloseUnit, sender: Sender) {
    await this.directory.catchUp();
    const openUnitsBelow = this.directory.openChildren(data.unitId).length;
    const crewStands = (await this.crews.state(data.unitId)).state.stage === 'standing';
    return this.units.handle(data.unitId, { type: 'CloseUnit', data, openUnitsBelow, crewStands }, sender);
  }

  @OnCommand(RecordCreditCode)
  recordCreditCode(data: RecordCreditCode, sender: Sender) {
    return this.units.handle(data.unitId, { type: 'RecordCreditCode', data }, sender);
  }

  @OnCommand(SetProductionMode)
  setProductionMode(data: SetProductionMode, sender: Sender) {
    return this.units.handle(data.unitId, { type: 'SetProductionMode', data }, sender);
  }

  private async unitAbove(parentId: string | undefined): Promise<UnitAbove | undefined> {
    if (parentId === undefined) return undefined;
    await this.directory.catchUp();
    const unit = this.directory.unit(parentId);
    return unit && { kind: unit.kind, closed: unit.closed, ancestorIds: this.directory.ancestors(parentId) };
  }
}
