import { AssignPartyInstructor, EndPartyInstruction, PlanPartyCover } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PartyInstructionHandling } from './party-instruction.aggregate';

/** Commands on Party-work instructors. */
@Controller()
export class PartyInstructionController {
  constructor(
    private readonly instructions: PartyInstructionHandling,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(AssignPartyInstructor)
  async assign(data: AssignPartyInstructor, sender: Sender) {
    const unitOpen = await this.isOpen(data.unitId);
    return this.instructions.handle(data.unitId, { type: 'AssignPartyInstructor', data, unitOpen }, sender);
  }

  @OnCommand(EndPartyInstruction)
  end(data: EndPartyInstruction, sender: Sender) {
    return this.instructions.handle(data.unitId, { type: 'EndPartyInstruction', data }, sender);
  }

  @OnCommand(PlanPartyCover)
  async planCover(data: PlanPartyCover, sender: Sender) {
    const unitOpen = await this.isOpen(data.unitId);
    return this.instructions.handle(data.unitId, { type: 'PlanPartyCover', data, unitOpen }, sender);
  }

  private async isOpen(unitId: string): Promise<boolean> {
    await this.directory.catchUp();
    return this.directory.unit(unitId)?.closed === false;
  }
}
