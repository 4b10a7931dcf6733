import {
  AnswerCongressProposal,
  HoldCongressSession,
  MakeCongressProposal,
  OpenCongressTerm,
  SeatDelegates,
  VacateSeat,
  VoteInCongress,
} from '@gongyou/contracts';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { Congresses } from './congress.aggregate';
import type { PreviousTerm } from './congress.decider';

/** Commands on the terms of congresses. */
@Controller()
export class CongressController {
  constructor(private readonly congresses: Congresses) {}

  @OnCommand(OpenCongressTerm)
  async open(data: OpenCongressTerm, sender: Sender) {
    const previous = await this.previousTerm(data.previousCongressId);
    return this.congresses.handle(data.congressId, { type: 'OpenCongressTerm', data, previous }, sender);
  }

  @OnCommand(SeatDelegates)
  seat(data: SeatDelegates, sender: Sender) {
    return this.congresses.handle(data.congressId, { type: 'SeatDelegates', data }, sender);
  }

  @OnCommand(VacateSeat)
  vacate(data: VacateSeat, sender: Sender) {
    return this.congresses.handle(data.congressId, { type: 'VacateSeat', data }, sender);
  }

  @OnCommand(HoldCongressSession)
  holdSession(data: HoldCongressSession, sender: Sender) {
    return this.congresses.handle(data.congressId, { type: 'HoldCongressSession', data }, sender);
  }

  @OnCommand(VoteInCongress)
  vote(data: VoteInCongress, sender: Sender) {
    return this.congresses.handle(data.congressId, { type: 'VoteInCongress', data }, sender);
  }

  @OnCommand(MakeCongressProposal)
  makeProposal(data: MakeCongressProposal, sender: Sender) {
    return this.congresses.handle(data.congressId, { type: 'MakeCongressProposal', data }, sender);
  }

  @OnCommand(AnswerCongressProposal)
  answerProposal(data: AnswerCongressProposal, sender: Sender) {
    return this.congresses.handle(data.congressId, { type: 'AnswerCongressProposal', data }, sender);
  }

  private async previousTerm(congressId: string | undefined): Promise<PreviousTerm | undefined> {
    if (congressId === undefined) return undefined;
    const { state } = await this.congresses.state(congressId);
    return state.stage === 'open' ? state.opening : undefined;
  }
}
