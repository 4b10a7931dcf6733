import {
  type ArrearsAnswer,
  DecideHonourSelection,
  NominateForHonour,
  ObjectToNomination,
  OpenHonourSelection,
  PostHonourNotice,
  RecordRewardPayment,
  ReviewNomination,
  ScoreCandidate,
  SettleObjection,
  WithdrawHonour,
} from '@gongyou/contracts';
import { OnCommand, OrganizationDirectory, type Sender } from '@gongyou/messaging';
import { Controller, Inject } from '@nestjs/common';
import type { ArrearsList } from './arrears-list';
import { ARREARS_LIST } from './arrears-list.lookup';
import { HonourSelections } from './honour-selection.aggregate';
import type { HonourSelectionState, PreviousRound } from './honour-selection.decider';
import type { WorkersShare } from './workers-share';

/** Commands on selections for honours. */
@Controller()
export class HonourSelectionController {
  constructor(
    private readonly selections: HonourSelections,
    private readonly directory: OrganizationDirectory,
    @Inject(ARREARS_LIST) private readonly arrearsList: ArrearsList,
  ) {}

  @OnCommand(OpenHonourSelection)
  async open(data: OpenHonourSelection, sender: Sender) {
    const previous = await this.previousRound(data.previousSelectionId);
    return this.selections.handle(data.selectionId, { type: 'OpenHonourSelection', data, previous }, sender);
  }

  @OnCommand(NominateForHonour)
  async nominate(data: NominateForHonour, sender: Sender) {
    await this.directory.catchUp();
    const candidateUnitIds = data.candidateKind === 'worker' ? [] : [data.candidateId];
    const unknownUnitIds = [data.employerUnitId, data.nominatingUnitId, ...candidateUnitIds].filter(
      (unitId) => !this.directory.unit(unitId),
    );
    return this.selections.handle(data.selectionId, { type: 'NominateForHonour', data, unknownUnitIds }, sender);
  }

  @OnCommand(ScoreCandidate)
  score(data: ScoreCandidate, sender: Sender) {
    return this.selections.handle(data.selectionId, { type: 'ScoreCandidate', data }, sender);
  }

  @OnCommand(ReviewNomination)
  review(data: ReviewNomination, sender: Sender) {
    return this.selections.handle(data.selectionId, { type: 'ReviewNomination', data }, sender);
  }

  @OnCommand(PostHonourNotice)
  postNotice(data: PostHonourNotice, sender: Sender) {
    return this.selections.handle(data.selectionId, { type: 'PostHonourNotice', data }, sender);
  }

  @OnCommand(ObjectToNomination)
  objectTo(data: ObjectToNomination, sender: Sender) {
    return this.selections.handle(data.selectionId, { type: 'ObjectToNomination', data }, sender);
  }

  @OnCommand(SettleObjection)
  settle(data: SettleObjection, sender: Sender) {
    return this.selections.handle(data.selectionId, { type: 'SettleObjection', data }, sender);
  }

  @OnCommand(DecideHonourSelection)
  async decide(data: DecideHonourSelection, sender: Sender) {
    const { state } = await this.selections.state(data.selectionId);
    const arrearsAnswers = await this.arrearsAnswers(data, state);
    const previousShare = await this.previousShare(state);
    const wish = { type: 'DecideHonourSelection', data, arrearsAnswers, previousShare } as const;
    return this.selections.handle(data.selectionId, wish, sender);
  }

  @OnCommand(RecordRewardPayment)
  recordPayment(data: RecordRewardPayment, sender: Sender) {
    return this.selections.handle(data.selectionId, { type: 'RecordRewardPayment', data }, sender);
  }

  @OnCommand(WithdrawHonour)
  withdraw(data: WithdrawHonour, sender: Sender) {
    return this.selections.handle(data.selectionId, { type: 'WithdrawHonour', data }, sender);
  }

  private async arrearsAnswers(
    { choices, decidedOn }: DecideHonourSelection,
    state: HonourSelectionState,
  ): Promise<ReadonlyMap<string, ArrearsAnswer>> {
    const answers = new Map<string, ArrearsAnswer>();
    if (state.stage === 'notOpened') return answers;
    const chosen = choices.flatMap(({ nominationId }) => state.nominations.get(nominationId)?.candidate ?? []);
    for (const unitId of new Set(chosen.map(({ employerUnitId }) => employerUnitId))) {
      const answer = await this.arrearsList.answerOf(unitId, decidedOn);
      if (answer) answers.set(unitId, answer);
    }
    return answers;
  }

  private async previousRound(selectionId: string | undefined): Promise<PreviousRound | undefined> {
    if (selectionId === undefined) return undefined;
    const { state } = await this.selections.state(selectionId);
    if (state.stage === 'notOpened') return undefined;
    const { honour, unitId } = state.opening;
    return { honour, unitId, isDecided: state.stage === 'decided' };
  }

  private async previousShare(state: HonourSelectionState): Promise<WorkersShare | undefined> {
    if (state.stage === 'notOpened' || state.opening.previousSelectionId === undefined) return undefined;
    const { state: previous } = await this.selections.state(state.opening.previousSelectionId);
    return previous.stage === 'decided' ? previous.share : undefined;
  }
}
