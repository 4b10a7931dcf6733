import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { rowsWith } from './read-rows';
import { upsertRows } from './write-rows';

/**
 * Brings the rows of a register level with a batch of events, each row the fold of the events that name it: read once, folded in
 * order, written once. `after` gets `undefined` where nothing is known of it yet.
 */
export async function foldRows<Row extends ObjectLiteral, Event>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  key: keyof Row & string,
  events: readonly Event[],
  keyOf: (event: Event) => string,
  after: (row: Row | undefined, event: Event) => Row,
): Promise<void> {
  const known = await rowsWith(tx, entity, key, new Set(events.map(keyOf)));
  const rows = new Map(known.map((row) => [row[key] as string, row]));
  for (const event of events) rows.set(keyOf(event), after(rows.get(keyOf(event)), event));
  await upsertRows(tx, entity, [...rows.values()]);
}

/** The row that an event changes. Throws `missing()` where its beginning was never taken in. */
export function begun<Row>(row: Row | undefined, missing: () => Error): Row {
  if (!row) throw missing();
  return row;
}
