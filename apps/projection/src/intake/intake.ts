import type { Envelope } from '@gongyou/contracts';
import { PlatformProblem, problemKinds, type RecordedEvent } from '@gongyou/messaging';
import type { EntityManager } from 'typeorm';
import { isNotSetUp, isOutage } from '../database/database-error';
import { insertRows } from '../database/write-rows';
import { moveCheckpoint } from './checkpoint';
import { type Failure, failureText, FOLLOWS } from './failure';
import { ParkedEvent } from './parked-event.entity';
import type { Projector } from './projector';
import type { ReadableEvent, ReadPage } from './readable-event';
import { noteRecordedDays } from './recorded-day';

/**
 * Takes pages of the ledger's feed into all read models. What cannot be processed is parked, together with the later events of
 * its stream, so that nothing is lost and the order within a stream is kept; everything else goes on.
 */
export class Intake {
  constructor(private readonly projectors: readonly Projector[]) {}

  /** One page, within one transaction that also moves the checkpoint. Throws `CheckpointMoved`, or when the database fails. */
  async takeIn(tx: EntityManager, after: number, { events, through }: ReadPage): Promise<Failure | undefined> {
    await moveCheckpoint(tx, after, through);
    await noteRecordedDays(
      tx,
      events.map(({ envelope }) => envelope),
    );
    const parking = new Parking(await parkedStreams(tx));
    const sound = events.filter((each) => !parking.takes(each)).map(({ event }) => event!);
    await this.allButFaulty(tx, sound, parking);
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
      if (isNotSetUp(error) || isOutage(error) || isLedgerOutage(error)) throw error;
      return { handler, error: failureText(error) };
    }
  }

  /** Halves what fails until the events are found that fail by themselves; the first half comes first, so that order is kept. */
  private async allButFaulty(tx: EntityManager, events: readonly RecordedEvent[], parking: Parking): Promise<void> {
    const sound = events.filter((event) => !parking.takes({ envelope: event, event }));
    const failure = await this.attempt(tx, sound);
    if (!failure) return;
    if (sound.length === 1) return parking.park(sound[0]!, failure);
    const half = Math.ceil(sound.length / 2);
    await this.allButFaulty(tx, sound.slice(0, half), parking);
    await this.allButFaulty(tx, sound.slice(half), parking);
  }
}

/** The ledger, asked for masks, does not answer: that says nothing against the event. */
const isLedgerOutage = (error: unknown): boolean =>
  error instanceof PlatformProblem && problemKinds[error.kind].retryable;

/** What is parked of one page. */
class Parking {
  readonly parked: ParkedEvent[] = [];
  /** The last failure that is not the consequence of an earlier one. */
  failure: Failure | undefined;

  /** @param streams from which position on each stream waits */
  constructor(private readonly streams: Map<string, number>) {}

  /** Whether the event must wait: it cannot be read, or an earlier one of its stream waits. */
  takes({ envelope, failure }: ReadableEvent): boolean {
    if ((this.streams.get(envelope.stream) ?? Infinity) < envelope.position) {
      this.add(envelope, { handler: FOLLOWS, error: 'an earlier event of its stream is parked' });
      return true;
    }
    if (failure) this.park(envelope, failure);
    return failure !== undefined;
  }

  park(envelope: Envelope, failure: Failure): void {
    this.failure = failure;
    const { stream, position } = envelope;
    this.streams.set(stream, Math.min(position, this.streams.get(stream) ?? position));
    this.add(envelope, failure);
  }

  private add({ position, stream, type }: Envelope, failure: Failure): void {
    this.parked.push({ position, stream, eventType: type, ...failure, parkedAt: new Date() });
  }
}

async function parkedStreams(tx: EntityManager): Promise<Map<string, number>> {
  const rows = await tx.query<{ stream: string; first: number }[]>(
    'SELECT stream, min(position) AS first FROM parked_event GROUP BY stream',
  );
  return new Map(rows.map(({ stream, first }) => [stream, first]));
}
