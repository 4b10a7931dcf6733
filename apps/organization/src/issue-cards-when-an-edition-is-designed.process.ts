import {
  IssueLiaisonContactCard,
  LiaisonContactCardDesigned,
  LiaisonContactCardsToIssue,
  type LiaisonContactCardsToIssueAnswer,
} from '@gongyou/contracts';
import { dayOfInstant } from '@gongyou/domain';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import { Caller, type RecordedEvent, requestHeaders } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';

/** When a new edition of a contact card is designed, it is issued to every worker on the site (provision JX-12c). */
@Injectable()
export class IssueCardsWhenAnEditionIsDesigned implements ProcessManager<LiaisonContactCardDesigned> {
  readonly name = 'issue-cards-when-an-edition-is-designed';
  readonly on = LiaisonContactCardDesigned;

  constructor(private readonly caller: Caller) {}

  async react(event: RecordedEvent & { data: LiaisonContactCardDesigned }, send: SendCommand): Promise<void> {
    const { projectId } = event.data;
    const issuedOn = dayOfInstant(new Date(event.recordedAt));
    let cursor: string | undefined;
    do {
      const page = await this.due({ projectId, cursor }, event.position);
      for (const workerId of page.workerIds)
        await send(workerId, IssueLiaisonContactCard, { projectId, workerId, issuedOn });
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  private due(which: LiaisonContactCardsToIssue, after: number): Promise<LiaisonContactCardsToIssueAnswer> {
    return this.caller.query<LiaisonContactCardsToIssue, LiaisonContactCardsToIssueAnswer>(
      LiaisonContactCardsToIssue,
      which,
      {
        [requestHeaders.after]: String(after),
      },
    );
  }
}
