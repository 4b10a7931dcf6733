import type { Envelope, EventPage, StoredEvent } from '@gongyou/contracts';
import { type RecordedEvent, recordedEvent } from '@gongyou/messaging';
import type { EntityManager } from 'typeorm';
import { isNotSetUp, isOutage } from '../database/database-error';
import { insertRows } from '../database/write-rows';
import { moveCheckpoint } from './checkpoint';
import { type Failure, failureText, FOLLOWS } from './failure';
import { ParkedEvent } from './parked-event.entity';
import type { Projector } from './projector';
import { noteRecordedDays } from './recorded-day';

/**
 * Takes pages of the ledger's feed into all read models. What cannot be processed is parked, together with the later events of
 * its stream, so that nothing is lost and the order within a stream is kept; everything else goes on.
 */
export class Intake {
  constructor(private readonly projectors: readonly Projector[]) {}

  /** One page, within one transaction that also moves the checkpoint. Throws `CheckpointMoved`, or when the database fails. */
  async takeIn(tx: EntityManager, after: number, page: EventPage): Promise<Failure | undefined> {
    await moveCheckpoint(tx, after, page.through);
    const read = page.events.map(readable);
    await noteRecordedDays(
      tx,
      read.map(({ envelope }) => envelope),
    );
    const parking = new Parking(await parkedStreams(tx));
    const sound = read.filter((each) => !parking.takes(each)).map(({ event }) => event!);
    if (await this.attempt(tx, sound)) await this.oneByOne(tx, sound, parking);
    await insertRows(tx, ParkedEvent, parking.parked);
    return parking.failure;
  }

  /**
   * Lets every register take in its events. When one of them cannot, the database is as it was before, and the failure is told.
   * Throws when it is the database that failed.
   */
  async attempt(tx: EntityManager, events: readonly RecordedEvent[]): Promise<Failure | undefined> {
    if (events.length === 0) return undefined;
    let handler = '';
    await tx.query('SAVEPOINT intake');
    try {
      for (const projector of this.projectors) {
        const own = events.filter((event) => projector.types.includes(event.type));
        handler = projector.name;
        if (own.length > 0) await projector.project(own, tx);
      }
      await tx.query('RELEASE SAVEPOINT intake');
      return undefined;
    } catch (error) {
      await tx.query('ROLLBACK TO SAVEPOINT intake');
      if (isNotSetUp(error) || isOutage(error)) throw error;
      return { handler, error: failureText(error) };
    }
  }

  private async oneByOne(tx: EntityManager, events: readonly RecordedEvent[], parking: Parking): Promise<void> {
    for (const event of events) {
      if (parking.takes({ envelope: event, event })) continue;
      const failure = await this.attempt(tx, [event]);
      if (failure) parking.park(event, failure);
    }
  }
}

/** A stored event, read as far as this code can. */
export interface ReadableEvent {
  envelope: Envelope;
  event?: RecordedEvent;
  failure?: Failure;
}

export function readable(stored: StoredEvent): ReadableEvent {
  const envelope = JSON.parse(stored.entry) as Envelope;
  try {
    return { envelope, event: recordedEvent(stored) };
  } catch (error) {
    return { envelope, failure: { handler: 'contract', error: failureText(error) } };
  }
}

/** What is parked of one page. */
class Parking {
  readonly parked: ParkedEvent[] = [];
  /** The last failure that is not the consequence of an earlier one. */
  failure: Failure | undefined;

  constructor(private readonly streams: Set<string>) {}

  /** Whether the event must wait: it cannot be read, or an earlier one of its stream waits. */
  takes({ envelope, failure }: ReadableEvent): boolean {
    if (this.streams.has(envelope.stream)) {
      this.add(envelope, { handler: FOLLOWS, error: 'an earlier event of its stream is parked' });
      return true;
    }
    if (failure) this.park(envelope, failure);
    return failure !== undefined;
  }

  park(envelope: Envelope, failure: Failure): void {
    this.failure = failure;
    this.streams.add(envelope.stream);
    this.add(envelope, failure);
  }

  private add({ position, stream, type }: Envelope, failure: Failure): void {
    this.parked.push({ position, stream, eventType: type, ...failure, parkedAt: new Date() });
  }
}

async function parkedStreams(tx: EntityManager): Promise<Set<string>> {
  const rows = await tx.query<{ stream: string }[]>('SELECT DISTINCT stream FROM parked_event');
  return new Set(rows.map(({ stream }) => stream));
}
