import type { Envelope } from '@gongyou/contracts';
import { type Day, dayOfInstant } from '@gongyou/domain';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/write-rows';
import { RecordedDay } from './recorded-day.entity';

/** Notes where the day of recording changes, so that the day of any position can be told without the event. */
export async function noteRecordedDays(tx: EntityManager, envelopes: readonly Envelope[]): Promise<void> {
  const first = envelopes[0];
  if (!first) return;
  let known = await recordedDayOf(tx, first.position);
  const changes: RecordedDay[] = [];
  let hour = '';
  for (const { position, recordedAt } of envelopes) {
    // Shanghai is whole hours from UTC: its day changes with an hour, and most events come within the hour of the one before.
    if (recordedAt.slice(0, 13) === hour) continue;
    hour = recordedAt.slice(0, 13);
    const day = dayOfInstant(new Date(recordedAt));
    if (day !== known) changes.push({ fromPosition: position, day });
    known = day;
  }
  await insertRows(tx, RecordedDay, changes);
}

/** The day in Asia/Shanghai on which the event at a position was recorded; undefined before the first event. */
export async function recordedDayOf(tx: EntityManager, position: number): Promise<Day | undefined> {
  const [row] = await tx.query<{ day: Day }[]>(
    'SELECT day FROM recorded_day WHERE from_position <= $1 ORDER BY from_position DESC LIMIT 1',
    [position],
  );
  return row?.day;
}
