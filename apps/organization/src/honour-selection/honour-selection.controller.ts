import {
  type ArrearsAnswer,
  DecideHonourSelection,
  NominateForHonour,
  ObjectToNomination,
  OpenHonourSelection,
  PostHonourNotice,
  ReviewNomination,
  SettleObjection,
  WithdrawHonour,
} from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller, Inject } from '@nestjs/common';
import type { ArrearsList } from './arrears-list';
import { ARREARS_LIST } from './arrears-list.lookup';
import { HonourSelections } from './honour-selection.aggregate';
import type { HonourSelectionState } from './honour-selection.decider';
import type { WorkersShare } from './workers-share';

/** Commands on selections for honours. */
@Controller()
export class HonourSelectionController {
  constructor(
    private readonly selections: HonourSelections,
    @Inject(ARREARS_LIST) private readonly arrearsList: ArrearsList,
  ) {}

  @OnCommand(OpenHonourSelection)
  open(data: OpenHonourSelection, sender: Sender) {
    return this.selections.handle(data.selectionId, { type: 'OpenHonourSelection', data }, sender);
  }

  @OnCommand(NominateForHonour)
  nominate(data: NominateForHonour, sender: Sender) {
    return this.selections.handle(data.selectionId, { type: 'NominateForHonour', data }, sender);
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

  private async previousShare(state: HonourSelectionState): Promise<WorkersShare | undefined> {
    if (state.stage === 'notOpened' || state.opening.previousSelectionId === undefined) return undefined;
    const { state: previous } = await this.selections.state(state.opening.previousSelectionId);
    return previous.stage === 'decided' ? previous.share : undefined;
  }
}
