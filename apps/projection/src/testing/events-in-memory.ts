import { createHash } from 'node:crypto';
import {
  type ContractClass,
  type Envelope,
  type EventPage,
  type FeedRequest,
  findEvent,
  type ReadRequest,
  type StoredEvent,
} from '@gongyou/contracts';
import type { EventLog } from '../intake/event-log';

/** What may be told of an event beside its type and data. */
export interface Circumstances {
  recordedAt?: string;
  version?: number;
}

/**
 * Stored events as a ledger would give them, from a list that a specification writes. Positions are 0, 1, 2, …; revisions too, in
 * each stream.
 */
export class EventsInMemory implements EventLog {
  private readonly stored: { envelope: Envelope; event: StoredEvent }[] = [];
  private readonly revisions = new Map<string, number>();
  private readonly waiting = new Set<() => void>();

  get head(): number {
    return this.stored.length - 1;
  }

  /** Answers the event's position. */
  record<T extends object>(type: (new () => T) | string, stream: string, data: T, told: Circumstances = {}): number {
    const name = typeof type === 'string' ? type : (type as ContractClass).name;
    const { recordedAt = '2026-11-20T02:00:00.000Z', version = findEvent(name)?.version ?? 1 } = told;
    const position = this.stored.length;
    const revision = (this.revisions.get(stream) ?? -1) + 1;
    const text = JSON.stringify(data);
    const envelope: Envelope = {
      position,
      stream,
      revision,
      eventId: `01980000-0000-7000-8000-${String(position).padStart(12, '0')}`,
      type: name,
      version,
      occurredAt: recordedAt,
      recordedAt,
      actor: 'client:spec',
      client: 'spec',
      organizationId: 'cccc',
      correlationId: 'c'.repeat(32),
      causationId: 'c'.repeat(32),
      dataSha256: createHash('sha256').update(text).digest('hex'),
    };
    this.stored.push({ envelope, event: { entry: JSON.stringify(envelope), data: text } });
    this.revisions.set(stream, revision);
    for (const wake of this.waiting) wake();
    return position;
  }

  async feed({ after, limit, waitMs, types }: FeedRequest): Promise<EventPage> {
    if (after >= this.head && waitMs > 0) await this.nextRecord(waitMs);
    const page = this.stored.slice(after + 1, after + 1 + limit);
    const wanted = page.filter(({ envelope }) => types === undefined || types.includes(envelope.type));
    return { events: wanted.map(({ event }) => event), through: after + page.length, head: this.head };
  }

  readStream({ stream, from, limit }: ReadRequest): Promise<EventPage> {
    const found = this.stored
      .filter(({ envelope }) => envelope.stream === stream && envelope.revision >= from)
      .slice(0, limit);
    const last = found.at(-1)?.envelope.position ?? -1;
    return Promise.resolve({ events: found.map(({ event }) => event), through: last, head: last });
  }

  private nextRecord(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, waitMs).unref();
      this.waiting.add(done);
    });
  }
}
