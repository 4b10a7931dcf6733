import {
  AbandonLabourSubcontractorSelection,
  type BlacklistAnswer,
  DecideLabourSubcontractorSelection,
  EnterSelectionCandidate,
  OpenLabourSubcontractorSelection,
  RecordSelectionParticipation,
  ReferCrewToSelection,
  ScoreSelectionCandidate,
} from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller, Inject } from '@nestjs/common';
import { CrewHandling } from '../crew/crew.aggregate';
import { LiaisonParticipationLookup } from '../liaison-participation/liaison-participation.lookup';
import { LabourSubcontractorSelections } from './labour-subcontractor-selection.aggregate';
import type { SubcontractorBlacklist } from './subcontractor-blacklist';
import { SUBCONTRACTOR_BLACKLIST } from './subcontractor-blacklist.lookup';

/** Commands on selections of labour subcontractors. */
@Controller()
export class LabourSubcontractorSelectionController {
  constructor(
    private readonly selections: LabourSubcontractorSelections,
    private readonly crews: CrewHandling,
    private readonly participation: LiaisonParticipationLookup,
    private readonly directory: OrganizationDirectory,
    @Inject(SUBCONTRACTOR_BLACKLIST) private readonly blacklist: SubcontractorBlacklist,
  ) {}

  @OnCommand(OpenLabourSubcontractorSelection)
  async open(data: OpenLabourSubcontractorSelection, sender: Sender) {
    await this.directory.catchUp();
    const unitIsOpen = this.directory.unit(data.unitId)?.closed === false;
    const wish = { type: 'OpenLabourSubcontractorSelection', data, unitIsOpen } as const;
    return this.selections.handle(data.selectionId, wish, sender);
  }

  @OnCommand(EnterSelectionCandidate)
  async enterCandidate(data: EnterSelectionCandidate, sender: Sender) {
    await this.directory.catchUp();
    const candidateUnit = this.directory.unit(data.labourSubcontractorId);
    return this.selections.handle(data.selectionId, { type: 'EnterSelectionCandidate', data, candidateUnit }, sender);
  }

  @OnCommand(ScoreSelectionCandidate)
  scoreCandidate(data: ScoreSelectionCandidate, sender: Sender) {
    return this.selections.handle(data.selectionId, { type: 'ScoreSelectionCandidate', data }, sender);
  }

  @OnCommand(RecordSelectionParticipation)
  async recordParticipation(data: RecordSelectionParticipation, sender: Sender) {
    const officer = await this.participation.officer(data.officerId);
    const place = await this.participation.place((await this.selectingUnitOf(data.selectionId)) ?? '');
    const wish = { type: 'RecordSelectionParticipation', data, officer, place } as const;
    return this.selections.handle(data.selectionId, wish, sender);
  }

  @OnCommand(DecideLabourSubcontractorSelection)
  async decide(data: DecideLabourSubcontractorSelection, sender: Sender) {
    const blacklistAnswers = await this.blacklistAnswers(data);
    const unitId = await this.selectingUnitOf(data.selectionId);
    const officerRequired =
      unitId !== undefined && (await this.participation.isRequired(unitId, 'selection', data.decidedOn));
    const wish = { type: 'DecideLabourSubcontractorSelection', data, blacklistAnswers, officerRequired } as const;
    return this.selections.handle(data.selectionId, wish, sender);
  }

  @OnCommand(AbandonLabourSubcontractorSelection)
  abandon(data: AbandonLabourSubcontractorSelection, sender: Sender) {
    return this.selections.handle(data.selectionId, { type: 'AbandonLabourSubcontractorSelection', data }, sender);
  }

  @OnCommand(ReferCrewToSelection)
  async referCrew(data: ReferCrewToSelection, sender: Sender) {
    const { state: crew } = await this.crews.state(data.crewUnitId);
    const labourSubcontractorId = crew.stage === 'standing' ? crew.labourSubcontractorId : undefined;
    const wish = { type: 'ReferCrewToSelection', data, labourSubcontractorId } as const;
    return this.selections.handle(data.selectionId, wish, sender);
  }

  private async blacklistAnswers({
    choices,
    decidedOn,
  }: DecideLabourSubcontractorSelection): Promise<ReadonlyMap<string, BlacklistAnswer>> {
    const answers = new Map<string, BlacklistAnswer>();
    for (const { labourSubcontractorId } of choices) {
      const answer = await this.blacklist.answerOf(labourSubcontractorId, decidedOn);
      if (answer) answers.set(labourSubcontractorId, answer);
    }
    return answers;
  }

  private async selectingUnitOf(selectionId: string): Promise<string | undefined> {
    const { state } = await this.selections.state(selectionId);
    return state.stage === 'notOpened' ? undefined : state.opening.unitId;
  }
}
