import type { EventStore } from '../event-store.port';
import { appendingPromises } from './promises/appending';
import { bytePromises } from './promises/bytes';
import { feedPromises } from './promises/feed';
import { idempotencyPromises } from './promises/idempotency';
import { type StorePromise, type StoreTraits, Trial } from './promises/trial';

const promises: readonly StorePromise[] = [
  ...appendingPromises,
  ...idempotencyPromises,
  ...feedPromises,
  ...bytePromises,
];

/** The promises of the port, as every adapter must keep them, and the client that reaches a store through the ledger. */
export function itKeepsThePromisesOfAnEventStore(open: () => Promise<EventStore>, traits?: StoreTraits): void {
  let store: EventStore;
  beforeAll(async () => (store = await open()));
  afterAll(async () => store.close());

  it.each(promises)('$promise', ({ keep }) => keep(new Trial(store, traits)));
}

/** What a store breaks of the promises, by their words and what was found instead. */
export async function promisesBrokenBy(store: EventStore): Promise<Map<string, string>> {
  const broken = new Map<string, string>();
  for (const { promise, keep } of promises) {
    await keep(new Trial(store)).catch((error: Error) => broken.set(promise, error.message));
  }
  return broken;
}
