import { WorkerErased } from '@gongyou/contracts';
import type { ProcessManager } from '@gongyou/event-sourcing';
import { NatsLedger, type RecordedEvent, senderFor } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { WorkerIdentities } from './worker-identity/worker-identities.lookup';

/**
 * When a worker is erased, we destroy his key and those of his duplicates behind the ledger's fence, and give their identities free:
 * should he come back to work, he is registered anew. Each step is safe to repeat.
 */
@Injectable()
export class ErasePersonsWhenAWorkerIsErased implements ProcessManager<WorkerErased> {
  readonly name = 'erase-persons-when-a-worker-is-erased';
  readonly on = WorkerErased;

  constructor(
    private readonly ledger: NatsLedger,
    private readonly identities: WorkerIdentities,
  ) {}

  async react(event: RecordedEvent & { data: WorkerErased }): Promise<void> {
    const { registrations, reason } = event.data;
    for (const { workerId, identityKey } of registrations) {
      await this.ledger.erasePerson({ personId: workerId, reason });
      await this.identities.free(identityKey, workerId, event.organizationId, senderFor('organization', event));
    }
  }
}
