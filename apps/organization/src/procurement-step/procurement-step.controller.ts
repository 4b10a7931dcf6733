import { CloseProcurementStep, OpenProcurementStep, RecordStepParticipation } from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LiaisonParticipationLookup } from '../liaison-participation/liaison-participation.lookup';
import { ProcurementSteps } from './procurement-step.aggregate';

/** Commands on tenders, contracts, measurements and price decisions. */
@Controller()
export class ProcurementStepController {
  constructor(
    private readonly steps: ProcurementSteps,
    private readonly participation: LiaisonParticipationLookup,
    private readonly directory: OrganizationDirectory,
  ) {}

  @OnCommand(OpenProcurementStep)
  async open(data: OpenProcurementStep, sender: Sender) {
    await this.directory.catchUp();
    const unitIsOpen = this.directory.unit(data.unitId)?.closed === false;
    const labourSubcontractorKind = this.directory.unit(data.labourSubcontractorId ?? '')?.kind;
    const wish = { type: 'OpenProcurementStep', data, unitIsOpen, labourSubcontractorKind } as const;
    return this.steps.handle(data.stepId, wish, sender);
  }

  @OnCommand(RecordStepParticipation)
  async recordParticipation(data: RecordStepParticipation, sender: Sender) {
    const officer = await this.participation.officer(data.officerId);
    const place = await this.participation.place((await this.openingOf(data.stepId))?.unitId ?? '');
    return this.steps.handle(data.stepId, { type: 'RecordStepParticipation', data, officer, place }, sender);
  }

  @OnCommand(CloseProcurementStep)
  async close(data: CloseProcurementStep, sender: Sender) {
    const opening = await this.openingOf(data.stepId);
    const officerRequired =
      opening !== undefined && (await this.participation.isRequired(opening.unitId, opening.kind, data.closedOn));
    return this.steps.handle(data.stepId, { type: 'CloseProcurementStep', data, officerRequired }, sender);
  }

  private async openingOf(stepId: string) {
    const { state } = await this.steps.state(stepId);
    return state.stage === 'notOpened' ? undefined : state.opening;
  }
}
