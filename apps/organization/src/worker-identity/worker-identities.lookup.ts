import type { IdentityDocumentType, NewEvent, WorkerIdentityEvent } from '@gongyou/contracts';
import { newEvent } from '@gongyou/event-sourcing';
import { NatsLedger, type Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';

/** Where an identity stands: which registration holds it, if any does, and the last revision of its stream; -1 when it never was taken. */
export interface IdentityStanding {
  holder: string | undefined;
  revision: number;
}

/** An identity, and the registration that it is to be taken for. */
export interface IdentityClaim {
  identityKey: string;
  workerId: string;
}

/** An identity document as it is written on it. */
export interface IdentityDocument {
  identityDocumentType: IdentityDocumentType;
  identityNumber: string;
}

/**
 * Which registration holds an identity. Each identity is a stream of its own, named by a keyed hash of the document: taking it is an
 * append that expects the stream as it was read, so that of two who register one person at once the second is told of the first.
 */
@Injectable()
export class WorkerIdentities {
  constructor(private readonly ledger: NatsLedger) {}

  /** The key of a document: equal for equal documents, and nothing can be read from it. */
  async keyOf(type: IdentityDocumentType, number: string): Promise<string> {
    const [key] = await this.keysOf([{ identityDocumentType: type, identityNumber: number }]);
    return key!;
  }

  /** The keys of documents in their order, asked for all at once. */
  keysOf(documents: readonly IdentityDocument[]): Promise<readonly string[]> {
    const values = documents.map(({ identityDocumentType: type, identityNumber: number }) => `${type}:${number}`);
    return this.ledger.blindIndexes(values.map((value) => ({ kind: 'identityNumber', value })));
  }

  /**
   * Takes the identity for a registration, if nobody holds it, and answers who holds it now. Safe to repeat: a sender who dies between
   * this and the registration takes it up again under the same `workerId`.
   */
  async take(identityKey: string, workerId: string, organizationId: string, sender: Sender): Promise<string> {
    for (;;) {
      const { holder, revision } = await this.standing(identityKey);
      if (holder !== undefined) return holder;
      if (await this.takeAt(revision, { identityKey, workerId }, organizationId, sender)) return workerId;
    }
  }

  /** Takes an identity that nobody holds, as long as its stream stands at the revision at which that was seen; answers whether it is taken. */
  takeAt(revision: number, claim: IdentityClaim, organizationId: string, sender: Sender): Promise<boolean> {
    return this.append(claim.identityKey, revision, takenBy(claim, organizationId, sender));
  }

  /**
   * Takes identities that nobody ever held, all in one request, and answers for each whether it is taken now. Where it is not, nothing is
   * known but that its stream exists: an earlier claim of the same list may have begun it.
   */
  async takeUnheard(claims: readonly IdentityClaim[], organizationId: string, sender: Sender): Promise<boolean[]> {
    if (claims.length === 0) return [];
    const results = await this.ledger.append(
      claims.map((claim) => ({
        stream: streamOf(claim.identityKey),
        expected: 'none',
        events: [takenBy(claim, organizationId, sender)],
      })),
    );
    return results.map(({ outcome }) => outcome === 'stored');
  }

  async standing(identityKey: string): Promise<IdentityStanding> {
    let standing: IdentityStanding = { holder: undefined, revision: -1 };
    for await (const { type, data, revision } of this.ledger.eventsOf(streamOf(identityKey))) {
      const { workerId } = data as { workerId: string };
      standing = { holder: type === 'WorkerIdentityTaken' ? workerId : undefined, revision };
    }
    return standing;
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
}

const streamOf = (identityKey: string): string => `workerIdentity-${identityKey}`;

function takenBy(claim: IdentityClaim, organizationId: string, sender: Sender): NewEvent {
  const taken: WorkerIdentityEvent = { type: 'WorkerIdentityTaken', data: claim };
  return newEvent(taken, organizationId, sender);
}
