import { personalFields, WorkerCorrected, WorkerRegistered } from '@gongyou/contracts';
import { NatsLedger, type RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { Profile } from './worker.wish';

const profileFields = Object.keys(personalFields(WorkerRegistered)) as (keyof Profile)[];
const profileEvents: readonly string[] = [WorkerRegistered.name, WorkerCorrected.name];

/** What is personal in a registration as it stands, in the clear. For decisions, and for looks that were recorded before. */
@Injectable()
export class PersonalProfiles {
  constructor(private readonly ledger: NatsLedger) {}

  /** None for whoever was never registered, or was erased. */
  async of(workerId: string): Promise<Profile | undefined> {
    const sealed: Partial<Record<keyof Profile, string>> = {};
    for (const { type, data } of await this.eventsOf(workerId)) {
      if (!profileEvents.includes(type)) continue;
      for (const field of profileFields) if (data[field] !== undefined) sealed[field] = data[field] as string;
    }
    const values = profileFields.map((field) => sealed[field]);
    if (!values.every((value) => value !== undefined)) return undefined;
    const plain = await this.ledger.unseal({ personId: workerId, values });
    if (plain.includes(null)) return undefined;
    return Object.fromEntries(profileFields.map((field, index) => [field, plain[index]])) as unknown as Profile;
  }

  /** Everything that was recorded of a registration, personal fields sealed. */
  async eventsOf(workerId: string): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of this.ledger.eventsOf(`worker-${workerId}`)) events.push(event);
    return events;
  }
}
