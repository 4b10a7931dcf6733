import {
  AcknowledgeLiaisonContactCard,
  DesignLiaisonContactCard,
  IssueLiaisonContactCard,
  RenewLiaisonContactCard,
} from '@gongyou/contracts';
import { dayOfInstant } from '@gongyou/domain';
import { OnCommand, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { Workers } from '../worker/worker.aggregate';
import { LiaisonContactCardHandling } from './liaison-contact-card.aggregate';
import { LiaisonContactCardHolderHandling } from './liaison-contact-card-holder.aggregate';
import { ShownOfficers } from './shown-officers.lookup';

/** Commands on contact cards, from their design to their acknowledgement. */
@Controller()
export class LiaisonContactCardController {
  constructor(
    private readonly cards: LiaisonContactCardHandling,
    private readonly holders: LiaisonContactCardHolderHandling,
    private readonly shown: ShownOfficers,
    private readonly workers: Workers,
  ) {}

  @OnCommand(DesignLiaisonContactCard)
  async design(data: DesignLiaisonContactCard, sender: Sender) {
    const officer = await this.shown.find(data.officerId, todayOf(sender));
    return this.cards.handle(data.projectId, { type: 'DesignLiaisonContactCard', data, officer }, sender);
  }

  @OnCommand(RenewLiaisonContactCard)
  async renew(data: RenewLiaisonContactCard, sender: Sender) {
    const officer = await this.shown.find(data.officerId, todayOf(sender));
    const { designed } = (await this.cards.state(data.projectId)).state;
    const present = designed ? await this.shown.find(designed.officerId, todayOf(sender)) : undefined;
    return this.cards.handle(data.projectId, { type: 'RenewLiaisonContactCard', data, officer, present }, sender);
  }

  @OnCommand(IssueLiaisonContactCard)
  async issue(data: IssueLiaisonContactCard, sender: Sender) {
    const { designed } = (await this.cards.state(data.projectId)).state;
    const { state } = await this.workers.state(data.workerId);
    const isOnSite = state.stage === 'registered' && data.projectId in state.sites;
    const circumstances = { edition: designed?.edition, isOnSite };
    return this.holders.handle(data.workerId, { type: 'IssueLiaisonContactCard', data, circumstances }, sender);
  }

  @OnCommand(AcknowledgeLiaisonContactCard)
  acknowledge(data: AcknowledgeLiaisonContactCard, sender: Sender) {
    return this.holders.handle(data.workerId, { type: 'AcknowledgeLiaisonContactCard', data }, sender);
  }
}

const todayOf = ({ receivedAt }: Sender) => dayOfInstant(new Date(receivedAt));
