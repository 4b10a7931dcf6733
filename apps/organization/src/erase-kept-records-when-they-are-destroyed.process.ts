import { KeptRecordDestroyed } from '@gongyou/contracts';
import type { ProcessManager } from '@gongyou/event-sourcing';
import { NatsLedger, type RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';

/** When a kept record is destroyed, we destroy the key that it was sealed with. Safe to repeat. */
@Injectable()
export class EraseKeptRecordsWhenTheyAreDestroyed implements ProcessManager<KeptRecordDestroyed> {
  readonly name = 'erase-kept-records-when-they-are-destroyed';
  readonly on = KeptRecordDestroyed;

  constructor(private readonly ledger: NatsLedger) {}

  async react({ data }: RecordedEvent & { data: KeptRecordDestroyed }): Promise<void> {
    await this.ledger.erasePerson({ personId: data.keptRecordId, reason: 'legal-term-ended' });
  }
}
