import type { StoredEvent } from '@gongyou/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { lockCheckpoint } from './checkpoint';
import type { EventLog } from './event-log';
import type { Intake } from './intake';
import { readable } from './readable-event';

const AT_ONCE = 200;

/**
 * Processes what was parked, in the order of positions. What fails again stays, and with it the later events of its stream.
 * May run beside the consumer, in any instance.
 */
export class ParkedReplay {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: EventLog,
    private readonly intake: Intake,
  ) {}

  /** How many events were processed. */
  async run(): Promise<number> {
    const stuck = new Set<string>();
    let processed = 0;
    for (let after = -1; ;) {
      const positions = await this.parkedAfter(after);
      const last = positions.at(-1);
      if (last === undefined) return processed;
      // Read from the ledger first: the transaction keeps the consumer waiting.
      const events = await Promise.all(positions.map((position) => this.eventAt(position)));
      processed += await this.dataSource.transaction((tx) => this.replay(tx, events, stuck));
      after = last;
    }
  }

  private async replay(tx: EntityManager, events: readonly StoredEvent[], stuck: Set<string>): Promise<number> {
    await lockCheckpoint(tx);
    let processed = 0;
    for (const stored of events) {
      const { envelope, event, failure } = readable(stored);
      if (stuck.has(envelope.stream) || !(await isParked(tx, envelope.position))) continue;
      const failed = event ? await this.intake.attempt(tx, [event]) : failure;
      if (failed) {
        stuck.add(envelope.stream);
        await tx.query('UPDATE parked_event SET handler = $2, error = $3 WHERE position = $1', [
          envelope.position,
          failed.handler,
          failed.error,
        ]);
      } else {
        await tx.query('DELETE FROM parked_event WHERE position = $1', [envelope.position]);
        processed += 1;
      }
    }
    return processed;
  }

  private async parkedAfter(position: number): Promise<number[]> {
    const rows = await this.dataSource.query<{ position: number }[]>(
      'SELECT position FROM parked_event WHERE position > $1 ORDER BY position LIMIT $2',
      [position, AT_ONCE],
    );
    return rows.map((row) => row.position);
  }

  private async eventAt(position: number): Promise<StoredEvent> {
    const { events } = await this.log.feed({ after: position - 1, limit: 1, waitMs: 0 });
    if (!events[0]) throw new Error(`the ledger has no event at position ${position}`);
    return events[0];
  }
}

/** Another replay may have been faster. */
async function isParked(tx: EntityManager, position: number): Promise<boolean> {
  const rows = await tx.query<unknown[]>('SELECT 1 FROM parked_event WHERE position = $1', [position]);
  return rows.length > 0;
}
