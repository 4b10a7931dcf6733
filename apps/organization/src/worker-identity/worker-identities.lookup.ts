import type { IdentityDocumentType, NewEvent, WorkerIdentityEvent } from '@gongyou/contracts';
import { newEvent } from '@gongyou/event-sourcing';
import { NatsLedger, recordedEvent, type Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';

const PAGE = 1000;

/**
 * Which registration holds an identity. Each identity is a stream of its own, named by a keyed hash of the document: taking it is an
 * append that expects the stream as it was read, so that of two who register one person at once the second is told of the first.
 */
@Injectable()
export class WorkerIdentities {
  constructor(private readonly ledger: NatsLedger) {}

  /** The key of a document: equal for equal documents, and nothing can be read from it. */
  async keyOf(type: IdentityDocumentType, number: string): Promise<string> {
    const [key] = await this.ledger.blindIndexes([{ kind: 'identityNumber', value: `${type}:${number}` }]);
    return key!;
  }

  /**
   * Takes the identity for a registration, if nobody holds it, and answers who holds it now. Safe to repeat: a sender who dies between
   * this and the registration takes it up again under the same `workerId`.
   */
  async take(identityKey: string, workerId: string, organizationId: string, sender: Sender): Promise<string> {
    for (;;) {
      const { holder, revision } = await this.standing(identityKey);
      if (holder !== undefined) return holder;
      const taken: WorkerIdentityEvent = { type: 'WorkerIdentityTaken', data: { identityKey, workerId } };
      if (await this.append(identityKey, revision, newEvent(taken, organizationId, sender))) return workerId;
    }
  }

  /** Which registration holds the identity, if any does. */
  async holderOf(identityKey: string): Promise<string | undefined> {
    return (await this.standing(identityKey)).holder;
  }

  /** Gives the identity free, if the registration holds it. Safe to repeat. */
  async free(identityKey: string, workerId: string, organizationId: string, sender: Sender): Promise<void> {
    for (;;) {
      const { holder, revision } = await this.standing(identityKey);
      if (holder !== workerId) return;
      const freed: WorkerIdentityEvent = { type: 'WorkerIdentityFreed', data: { identityKey, workerId } };
      if (await this.append(identityKey, revision, newEvent(freed, organizationId, sender))) return;
    }
  }

  /** Answers false when another was faster. */
  private async append(identityKey: string, revision: number, event: NewEvent): Promise<boolean> {
    const expected = revision === -1 ? 'none' : revision;
    const [result] = await this.ledger.append([{ stream: streamOf(identityKey), expected, events: [event] }]);
    return result!.outcome !== 'conflict';
  }

  private async standing(identityKey: string): Promise<{ holder: string | undefined; revision: number }> {
    let standing: { holder: string | undefined; revision: number } = { holder: undefined, revision: -1 };
    for (;;) {
      const from = standing.revision + 1;
      const page = await this.ledger.readStream({ stream: streamOf(identityKey), from, limit: PAGE });
      if (page.events.length === 0) return standing;
      for (const { type, data, revision } of page.events.map(recordedEvent)) {
        const { workerId } = data as { workerId: string };
        standing = { holder: type === 'WorkerIdentityTaken' ? workerId : undefined, revision };
      }
    }
  }
}

const streamOf = (identityKey: string): string => `workerIdentity-${identityKey}`;
