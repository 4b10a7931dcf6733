import { AcknowledgeLiaisonCard, DesignLiaisonCard, IssueLiaisonCard, RenewLiaisonCard } from '@gongyou/contracts';
import { dayOfInstant } from '@gongyou/domain';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { Workers } from '../worker/worker.aggregate';
import { LiaisonCardHandling } from './liaison-card.aggregate';
import { LiaisonCardHolderHandling } from './liaison-card-holder.aggregate';
import { ShownOfficers } from './shown-officers.lookup';

/** Commands on contact cards, from their design to their acknowledgement. */
@Controller()
export class LiaisonCardController {
  constructor(
    private readonly cards: LiaisonCardHandling,
    private readonly holders: LiaisonCardHolderHandling,
    private readonly shown: ShownOfficers,
    private readonly workers: Workers,
  ) {}

  @OnCommand(DesignLiaisonCard)
  async design(data: DesignLiaisonCard, sender: Sender) {
    const officer = await this.shown.find(data.officerId, todayOf(sender));
    return this.cards.handle(data.projectId, { type: 'DesignLiaisonCard', data, officer }, sender);
  }

  @OnCommand(RenewLiaisonCard)
  async renew(data: RenewLiaisonCard, sender: Sender) {
    const officer = await this.shown.find(data.officerId, todayOf(sender));
    const { designed } = (await this.cards.state(data.projectId)).state;
    const present = designed ? await this.shown.find(designed.officerId, todayOf(sender)) : undefined;
    return this.cards.handle(data.projectId, { type: 'RenewLiaisonCard', data, officer, present }, sender);
  }

  @OnCommand(IssueLiaisonCard)
  async issue(data: IssueLiaisonCard, sender: Sender) {
    const { designed } = (await this.cards.state(data.projectId)).state;
    const { state } = await this.workers.state(data.workerId);
    const isOnSite = state.stage === 'registered' && data.projectId in state.sites;
    const circumstances = { edition: designed?.edition, isOnSite };
    return this.holders.handle(data.workerId, { type: 'IssueLiaisonCard', data, circumstances }, sender);
  }

  @OnCommand(AcknowledgeLiaisonCard)
  acknowledge(data: AcknowledgeLiaisonCard, sender: Sender) {
    return this.holders.handle(data.workerId, { type: 'AcknowledgeLiaisonCard', data }, sender);
  }
}

const todayOf = ({ receivedAt }: Sender) => dayOfInstant(new Date(receivedAt));
