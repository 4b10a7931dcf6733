import { WorkerCorrected } from '@gongyou/contracts';
import type { ProcessManager } from '@gongyou/event-sourcing';
import { type RecordedEvent, senderFor } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { WorkerIdentities } from './worker-identity/worker-identities.lookup';

/** When a wrong identity number is corrected, we give free the identity that was taken by mistake, for the person whose it is. */
@Injectable()
export class FreeIdentitiesWhenAWorkerIsCorrected implements ProcessManager<WorkerCorrected> {
  readonly name = 'free-identities-when-a-worker-is-corrected';
  readonly on = WorkerCorrected;

  constructor(private readonly identities: WorkerIdentities) {}

  async react(event: RecordedEvent & { data: WorkerCorrected }): Promise<void> {
    const { workerId, replacedIdentityKey } = event.data;
    if (replacedIdentityKey === undefined) return;
    const sender = senderFor('organization', event);
    await this.identities.free(replacedIdentityKey, workerId, event.organizationId, sender);
  }
}
