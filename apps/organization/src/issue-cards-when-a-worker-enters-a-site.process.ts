import { IssueLiaisonContactCard, WorkerEnteredSite } from '@gongyou/contracts';
import { dayOfInstant } from '@gongyou/domain';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import type { RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { LiaisonContactCardHandling } from './liaison-contact-card/liaison-contact-card.aggregate';

/** When a worker enters a site that has a contact card, the card is issued to him (provision JX-12c). */
@Injectable()
export class IssueCardsWhenAWorkerEntersASite implements ProcessManager<WorkerEnteredSite> {
  readonly name = 'issue-cards-when-a-worker-enters-a-site';
  readonly on = WorkerEnteredSite;

  constructor(private readonly cards: LiaisonContactCardHandling) {}

  /** Asked before anything is sent: most sites have no card, and rosters come in by the ten thousand. */
  async react(event: RecordedEvent & { data: WorkerEnteredSite }, send: SendCommand): Promise<void> {
    const { projectId, workerId } = event.data;
    if (!(await this.cards.state(projectId)).state.designed) return;
    await send('issue', IssueLiaisonContactCard, {
      projectId,
      workerId,
      issuedOn: dayOfInstant(new Date(event.recordedAt)),
    });
  }
}
